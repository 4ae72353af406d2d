package io.coachflow.query.session;

import java.time.Clock;
import java.util.Optional;

import io.coachflow.contracts.error.ApiException;
import io.coachflow.contracts.error.ErrorCode;
import io.coachflow.contracts.rest.SessionSummary;
import io.coachflow.contracts.session.SessionIds;
import io.coachflow.query.view.ViewReader;
import org.springframework.stereotype.Component;

/**
 * Reads sessions for their owners, as of their last committed event.
 */
@Component
public class SessionAccess {

	private final ViewReader<SessionView> views;

	private final Clock clock;

	SessionAccess(ViewReader<SessionView> views, Clock clock) {
		this.views = views;
		this.clock = clock;
	}

	/**
	 * A session that the caller may read.
	 *
	 * @param language the coach's language, {@code en} or {@code fr}
	 */
	public record OwnSession(String sessionId, boolean completed, String language) {
	}

	/**
	 * The caller's own session.
	 * @throws ApiException if it is unknown, deleted or somebody else's
	 */
	public OwnSession own(String sessionId, String caller) {
		SessionView view = view(sessionId, caller);
		return new OwnSession(sessionId, view.completedAt() != null, view.guidance().language());
	}

	/**
	 * The session's line in the list of its owner.
	 * @return empty if the session is unknown, deleted or somebody else's
	 * @throws RuntimeException if the log cannot be read
	 */
	public Optional<SessionSummary> summary(String sessionId, String owner) {
		return this.views.find(sessionId)
			.filter((view) -> view.owner().equals(owner) && !view.deleted())
			.map((view) -> view.summary(this.clock.instant()));
	}

	/** Whether the session exists and is not deleted. */
	public boolean exists(String sessionId) {
		return this.views.find(sessionId).filter((view) -> !view.deleted()).isPresent();
	}

	SessionView view(String sessionId, String caller) {
		if (!SessionIds.areOfForm(sessionId)) {
			throw unknown();
		}
		SessionView view = this.views.find(sessionId).orElseThrow(SessionAccess::unknown);
		requireOwn(view.owner(), view.deleted(), caller);
		return view;
	}

	/**
	 * Checks that the caller may read a session.
	 * @param deleted whether the session is deleted
	 * @throws ApiException if it is deleted or somebody else's
	 */
	public static void requireOwn(String owner, boolean deleted, String caller) {
		if (!owner.equals(caller)) {
			throw new ApiException(ErrorCode.FORBIDDEN, "This session belongs to somebody else.");
		}
		if (deleted) {
			throw unknown();
		}
	}

	/** The error for a session that does not exist, or not any more. */
	public static ApiException unknown() {
		return new ApiException(ErrorCode.SESSION_NOT_FOUND,
				"There is no such session. GET /api/v1/coaching/sessions lists yours.");
	}

}
