package io.coachflow.command.session;

import io.coachflow.contracts.rest.FollowUp;
import io.coachflow.contracts.session.CompletedSession;

/**
 * What comes of completed sessions.
 */
public interface FollowUps {

	/** How it stands now with what follows the completed session. */
	FollowUp of(CompletedSession session);

}
