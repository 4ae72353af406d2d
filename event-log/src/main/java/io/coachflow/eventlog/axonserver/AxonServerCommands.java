package io.coachflow.eventlog.axonserver;

import org.axonframework.axonserver.connector.command.AxonServerCommandBus;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.messaging.HandlerExecutionException;

/**
 * Sends commands through Axon Server. A sender gets the same exceptions as for a command
 * that its own node handles.
 */
final class AxonServerCommands extends AxonServerCommandBus {

	AxonServerCommands(Builder builder) {
		super(builder);
	}

	@Override
	public <C, R> void dispatch(CommandMessage<C> command, CommandCallback<? super C, ? super R> callback) {
		super.<C, R>dispatch(command, (sent, result) -> callback.onResult(sent, asLocal(result)));
	}

	private static <R> CommandResultMessage<? extends R> asLocal(CommandResultMessage<? extends R> result) {
		if (!result.isExceptional()) {
			return result;
		}
		Throwable remote = result.exceptionResult();
		return HandlerExecutionException.resolveDetails(remote)
			.filter(CommandFailure.class::isInstance)
			.map(CommandFailure.class::cast)
			.or(() -> CommandFailure.of(remote))
			.<CommandResultMessage<? extends R>>map(
					(failure) -> GenericCommandResultMessage.asCommandResultMessage(failure.asLocal(remote)))
			.orElse(result);
	}

}
