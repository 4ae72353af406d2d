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
 * @param types their types, or what these begin with; none for all
 * @param sessionId of this session alone; absent for all
 */
record FeedFilter(Set<String> types, @Nullable String sessionId) {

	/**
	 * Reads the parameters.
	 * @throws ApiException where nothing can ever be wanted: a type that no event has and
	 * with which none begins, or a session that cannot be
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

	/** The parameters, for the record of what was read. */
	Map<String, Object> asked() {
		return this.types.isEmpty() ? Map.of() : Map.of("type", this.types.stream().sorted().toList());
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
