package io.coachflow.command.session;

import io.coachflow.contracts.error.ErrorCode;
import io.coachflow.contracts.session.CoachingSessionCommand;
import io.coachflow.contracts.session.CoachingSessionCommand.Beginning;
import io.coachflow.contracts.session.Outcome;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Sends the commands of sessions through Axon Server to the node that handles them, whose
 * {@link CoachingSession} decides.
 */
@Component
@ConditionalOnProperty(name = "axon.axonserver.enabled", havingValue = "true")
class DispatchedSessionCommands implements SessionCommands {

	private final CommandGateway commands;

	DispatchedSessionCommands(CommandGateway commands) {
		this.commands = commands;
	}

	@Override
	public Outcome carryOut(CoachingSessionCommand command) {
		try {
			return this.commands.sendAndWait(command);
		}
		catch (AggregateNotFoundException _) {
			return new Outcome.Refused(ErrorCode.SESSION_NOT_FOUND, CoachingSessions.UNKNOWN_SESSION);
		}
	}

	@Override
	public Outcome start(Beginning command) {
		return carryOut(command);
	}

}
