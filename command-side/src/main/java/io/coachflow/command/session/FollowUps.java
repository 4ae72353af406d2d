package io.coachflow.command.session;

import io.coachflow.contracts.rest.FollowUp;
import io.coachflow.contracts.session.CompletedSession;

/**
 * The follow-up of completed sessions.
 */
public interface FollowUps {

	/** The brief of the completed session and the current state of its package. */
	FollowUp of(CompletedSession session);

	/**
	 * Lets the package follow a correction of its completed session, so that whoever made
	 * it reads what is stale at once. If that fails, the events of the session do it a
	 * moment later.
	 */
	void corrected(String sessionId);

}
