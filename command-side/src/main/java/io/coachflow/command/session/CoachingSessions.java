package io.coachflow.command.session;

import io.coachflow.contracts.error.ErrorCode;
import io.coachflow.contracts.session.CoachingSessionCommand;
import io.coachflow.contracts.session.CoachingSessionCommand.Beginning;
import io.coachflow.contracts.session.Outcome;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.stereotype.Component;

/**
 * Sends commands to sessions and waits until their events are durable.
 */
@Component
public class CoachingSessions {

	static final String UNKNOWN_SESSION = "There is no such session. Start one with POST /api/v1/coaching/start.";

	static final String EXPIRED_SESSION = "This session has expired. Send its id to POST /api/v1/coaching/start to go on where it stood.";

	static final String CONFLICT = "The session changed at the same moment. Read it and decide again.";

	private final SessionCommands commands;

	CoachingSessions(SessionCommands commands) {
		this.commands = commands;
	}

	/**
	 * Sends a command, and once more on a version conflict.
	 * @return the outcome; {@link ErrorCode#CONFLICT} after a second conflict
	 */
	public Outcome send(CoachingSessionCommand command) {
		try {
			return this.commands.carryOut(command);
		}
		catch (ConcurrencyException | AggregateStreamCreationException _) {
			return resend(command);
		}
	}

	/**
	 * Starts a session whose id was made for this command.
	 * @return the outcome, as of any command
	 */
	Outcome start(Beginning command) {
		try {
			return this.commands.start(command);
		}
		catch (ConcurrencyException | AggregateStreamCreationException _) {
			return resend(command);
		}
	}

	private Outcome resend(CoachingSessionCommand command) {
		try {
			return this.commands.carryOut(command);
		}
		catch (ConcurrencyException | AggregateStreamCreationException _) {
			return new Outcome.Refused(ErrorCode.CONFLICT, CONFLICT);
		}
	}

}
