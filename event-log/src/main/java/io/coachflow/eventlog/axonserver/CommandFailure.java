package io.coachflow.eventlog.axonserver;

import java.util.Optional;

import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * What the sender of a command acts upon, in a form that travels from the node that
 * handled it: exceptions themselves do not.
 *
 * @param kind which exception it was
 * @param subject the id of the aggregate, where one was not found; else empty
 */
record CommandFailure(Kind kind, String subject) {

	enum Kind {

		/** Somebody else was faster. */
		CONFLICT,
		/** There is no such aggregate. */
		NOT_FOUND,
		/** The log or the node is away for now. */
		UNAVAILABLE

	}

	/** Finds out whether the sender would act upon the exception. */
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

	/** The exception that the sender would have met had it handled the command itself. */
	RuntimeException asLocal(Throwable remote) {
		return switch (this.kind) {
			case CONFLICT -> new ConcurrencyException("Another node was faster", remote);
			case NOT_FOUND -> new AggregateNotFoundException(this.subject, "Another node did not find it", remote);
			case UNAVAILABLE ->
				new DataAccessResourceFailureException("Axon Server or the node behind it is away", remote);
		};
	}

}
