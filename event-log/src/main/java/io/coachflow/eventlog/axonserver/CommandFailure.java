package io.coachflow.eventlog.axonserver;

import java.util.Optional;

import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * A failure that the sender of a command handles, in a form that can be sent between
 * nodes. Exceptions cannot be sent.
 *
 * @param kind which exception it was
 * @param subject the id of the aggregate that was not found; else empty
 */
record CommandFailure(Kind kind, String subject) {

	enum Kind {

		/** Another command was faster. */
		CONFLICT,
		/** The aggregate does not exist. */
		NOT_FOUND,
		/** The log or the node is unavailable for now. */
		UNAVAILABLE

	}

	/** Converts the exception; empty if the sender does not handle it. */
	static Optional<CommandFailure> of(@Nullable Throwable exception) {
		for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
			if (cause instanceof ConcurrencyException || cause instanceof AggregateStreamCreationException
					|| AxonServerFailures.isConflict(cause)) {
				return Optional.of(new CommandFailure(Kind.CONFLICT, ""));
			}
			if (cause instanceof AggregateNotFoundException notFound) {
				return Optional
					.of(new CommandFailure(Kind.NOT_FOUND, String.valueOf(notFound.getAggregateIdentifier())));
			}
			// A node that has just connected has not registered all its handlers yet
			if (AxonServerFailures.isUnavailable(cause) || cause instanceof NoHandlerForCommandException) {
				return Optional.of(new CommandFailure(Kind.UNAVAILABLE, ""));
			}
		}
		return Optional.empty();
	}

	/** The exception that the sender would have got from its own node. */
	RuntimeException asLocal(Throwable remote) {
		return switch (this.kind) {
			case CONFLICT -> new ConcurrencyException("A command on another node was faster", remote);
			case NOT_FOUND ->
				new AggregateNotFoundException(this.subject, "Another node did not find the aggregate", remote);
			case UNAVAILABLE ->
				new DataAccessResourceFailureException("Axon Server or the node behind it is unavailable", remote);
		};
	}

}
