package io.coachflow.eventlog.axonserver;

import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.commandhandling.SimpleCommandBus;

/**
 * Handles the commands that Axon Server sends to this node, and converts their failures
 * to a form that can be sent. This includes failures of the commit, which no interceptor
 * sees. No command touches PostgreSQL, so there is no transaction.
 */
final class LocalCommands extends SimpleCommandBus {

	LocalCommands(Builder builder) {
		super(builder);
	}

	@Override
	protected <C, R> void doDispatch(CommandMessage<C> command, CommandCallback<? super C, ? super R> callback) {
		super.<C, R>doDispatch(command, (handled, result) -> callback.onResult(handled, sendable(result)));
	}

	private static <R> CommandResultMessage<? extends R> sendable(CommandResultMessage<? extends R> result) {
		if (!result.isExceptional()) {
			return result;
		}
		return CommandFailure.of(result.exceptionResult())
			.<CommandResultMessage<? extends R>>map((failure) -> GenericCommandResultMessage.asCommandResultMessage(
					new CommandExecutionException(failure.kind().name(), result.exceptionResult(), failure)))
			.orElse(result);
	}

}
