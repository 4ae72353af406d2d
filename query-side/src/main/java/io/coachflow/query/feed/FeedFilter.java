package io.coachflow.query.feed;

import java.util.List;
import java.util.Map;
import java.util.Set;

import io.coachflow.contracts.error.ApiException;
import io.coachflow.contracts.error.ErrorCode;
import io.coachflow.contracts.session.SessionIds;
import io.coachflow.query.feed.PublicEvents.PublicEvent;
import org.jspecify.annotations.Nullable;

/**
 * Which events a consumer wants.
 *
 * @param types types or prefixes of types that end before a dot; empty for all
 * @param sessionId only events of this session; absent for all
 */
record FeedFilter(Set<String> types, @Nullable String sessionId) {

	/**
	 * Reads the parameters.
	 * @throws ApiException if no event can ever match: no event has such a type, or no
	 * session such an id
	 */
	static FeedFilter of(@Nullable List<String> types, @Nullable String sessionId) {
		Set<String> wanted = (types != null) ? Set.copyOf(types) : Set.of();
		for (String type : wanted) {
			if (PublicEvents.TYPES.stream().noneMatch((it) -> matches(it, type))) {
				throw new ApiException(ErrorCode.INVALID_REQUEST,
						"type names no type of events, nor what one begins with up to a dot. The types are "
								+ String.join(", ", PublicEvents.TYPES) + ".");
			}
		}
		if (sessionId != null && !SessionIds.areOfForm(sessionId)) {
			throw new ApiException(ErrorCode.INVALID_REQUEST,
					"session_id is no id of a session: send it as POST /api/v1/coaching/start gave it.");
		}
		return new FeedFilter(wanted, sessionId);
	}

	/** The parameters, for the log of reads. */
	Map<String, Object> asked() {
		return this.types.isEmpty() ? Map.of() : Map.of("type", this.types.stream().sorted().toList());
	}

	boolean wants(PublicEvent event) {
		return (this.sessionId == null || this.sessionId.equals(event.subject()))
				&& (this.types.isEmpty() || this.types.stream().anyMatch((type) -> matches(event.type(), type)));
	}

	/**
	 * Whether the types are equal, or the wanted one is a prefix that ends before a dot.
	 */
	private static boolean matches(String type, String wanted) {
		return type.equals(wanted) || type.startsWith(wanted + ".");
	}

}
