package io.coachflow.query.feed;

import java.util.List;
import java.util.Set;

import io.coachflow.contracts.error.ApiException;
import io.coachflow.contracts.error.ErrorCode;
import io.coachflow.query.feed.PublicEvents.PublicEvent;
import org.jspecify.annotations.Nullable;

/**
 * Which events a consumer wants.
 *
 * @param types their types, or what these begin with; none for all
 * @param sessionId of this session alone; absent for all
 */
record FeedFilter(Set<String> types, @Nullable String sessionId) {

	private static final String PREFIX = "io.coachflow.";

	/**
	 * Reads the parameters.
	 * @throws ApiException where a type is none of ours
	 */
	static FeedFilter of(@Nullable List<String> types, @Nullable String sessionId) {
		Set<String> wanted = (types != null) ? Set.copyOf(types) : Set.of();
		for (String type : wanted) {
			if (!type.startsWith(PREFIX)) {
				throw new ApiException(ErrorCode.INVALID_REQUEST,
						"type begins with " + PREFIX + ", such as io.coachflow.session.step-answered.v1.");
			}
		}
		return new FeedFilter(wanted, sessionId);
	}

	boolean wants(PublicEvent event) {
		return (this.sessionId == null || this.sessionId.equals(event.subject()))
				&& (this.types.isEmpty() || this.types.stream().anyMatch((type) -> matches(event.type(), type)));
	}

	/** The type itself, in any version where none is named, or all of a kind. */
	private static boolean matches(String type, String wanted) {
		return type.equals(wanted) || type.startsWith(wanted + ".");
	}

}
