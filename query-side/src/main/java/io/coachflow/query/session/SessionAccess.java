package io.coachflow.query.session;

import io.coachflow.contracts.error.ApiException;
import io.coachflow.contracts.error.ErrorCode;
import io.coachflow.contracts.session.SessionIds;
import io.coachflow.query.view.ViewReader;
import org.springframework.stereotype.Component;

/**
 * Lets callers at their own sessions.
 */
@Component
public class SessionAccess {

	private final ViewReader<SessionView> views;

	SessionAccess(ViewReader<SessionView> views) {
		this.views = views;
	}

	/**
	 * A session that the caller may read.
	 *
	 * @param language in which the session ended, {@code en} or {@code fr}
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

	/** Whether there is such a session and nobody has deleted it. */
	public boolean exists(String sessionId) {
		return this.views.find(sessionId).filter((view) -> !view.deleted()).isPresent();
	}

	SessionView view(String sessionId, String caller) {
		if (!SessionIds.areOfForm(sessionId)) {
			throw unknown();
		}
		SessionView view = this.views.find(sessionId).orElseThrow(SessionAccess::unknown);
		if (!view.owner().equals(caller)) {
			throw new ApiException(ErrorCode.FORBIDDEN, "This session belongs to somebody else.");
		}
		if (view.deleted()) {
			throw unknown();
		}
		return view;
	}

	private static ApiException unknown() {
		return new ApiException(ErrorCode.SESSION_NOT_FOUND,
				"There is no such session. GET /api/v1/coaching/sessions lists yours.");
	}

}
