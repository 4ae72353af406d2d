package io.coachflow.eventlog.axonserver;

import java.util.concurrent.CompletionException;

import io.axoniq.axonserver.connector.AxonServerException;
import io.axoniq.axonserver.connector.ErrorCategory;
import io.coachflow.eventlog.axonserver.CommandFailure.Kind;
import io.grpc.Metadata;
import io.grpc.Status;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

import static org.assertj.core.api.Assertions.assertThat;

class CommandFailureTests {

	@Test
	void aTakenSequenceIsAConflictHoweverItIsSaid() {
		Metadata trailers = new Metadata();
		trailers.put(Metadata.Key.of("AxonIQ-ErrorCode", Metadata.ASCII_STRING_MARSHALLER), "AXONIQ-2000");

		assertKind(new ConcurrencyException("taken"), Kind.CONFLICT, ConcurrencyException.class);
		assertKind(Status.OUT_OF_RANGE.asRuntimeException(), Kind.CONFLICT, ConcurrencyException.class);
		assertKind(new CompletionException(Status.ABORTED.asRuntimeException(trailers)), Kind.CONFLICT,
				ConcurrencyException.class);
	}

	@Test
	void anUnknownAggregateKeepsItsId() {
		AggregateNotFoundException local = (AggregateNotFoundException) CommandFailure
			.of(new AggregateNotFoundException("5a2f", "not found"))
			.orElseThrow()
			.asLocal(new IllegalStateException("remote"));

		assertThat(local.getAggregateIdentifier()).isEqualTo("5a2f");
	}

	@Test
	void aLogOrNodeThatIsAwayIsAwayForTheSenderToo() {
		assertKind(new CompletionException(Status.UNAVAILABLE.asRuntimeException()), Kind.UNAVAILABLE,
				DataAccessResourceFailureException.class);
		assertKind(Status.DEADLINE_EXCEEDED.asRuntimeException(), Kind.UNAVAILABLE,
				DataAccessResourceFailureException.class);
		assertKind(new AxonServerException(ErrorCategory.COMMAND_DISPATCH_ERROR, "away", "client"), Kind.UNAVAILABLE,
				DataAccessResourceFailureException.class);
		assertKind(new NoHandlerForCommandException("not yet"), Kind.UNAVAILABLE,
				DataAccessResourceFailureException.class);
	}

	@Test
	void aFaultOfTheServiceStaysOne() {
		assertThat(CommandFailure.of(new IllegalStateException("a bug"))).isEmpty();
		assertThat(CommandFailure.of(Status.INVALID_ARGUMENT.asRuntimeException())).isEmpty();
	}

	private static void assertKind(Throwable failure, Kind kind, Class<? extends Exception> local) {
		CommandFailure travelling = CommandFailure.of(failure).orElseThrow();
		assertThat(travelling.kind()).isEqualTo(kind);
		assertThat(travelling.asLocal(failure)).isInstanceOf(local);
	}

}
