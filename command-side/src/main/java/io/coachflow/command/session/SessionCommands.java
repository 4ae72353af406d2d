package io.coachflow.command.session;

import io.coachflow.contracts.session.CoachingSessionCommand;
import io.coachflow.contracts.session.CoachingSessionCommand.Beginning;
import io.coachflow.contracts.session.Outcome;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;

/**
 * Carries out commands on sessions. Each method waits until the events are durable, and
 * throws {@link ConcurrencyException} or {@link AggregateStreamCreationException} if
 * another command was faster: nothing was recorded, and a further attempt decides on the
 * session as it is then.
 */
interface SessionCommands {

	Outcome carryOut(CoachingSessionCommand command);

	/** Starts a session whose id was made for this command, so that it has no history. */
	Outcome start(Beginning command);

}
