package io.coachflow.command.session;

import io.coachflow.contracts.rest.FollowUp;
import io.coachflow.contracts.session.CompletedSession;

/**
 * The follow-up of completed sessions.
 */
public interface FollowUps {

	/** The brief of the completed session and the current state of its package. */
	FollowUp of(CompletedSession session);

}
