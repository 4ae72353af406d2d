package io.coachflow.command.session;

import java.util.List;

import io.coachflow.command.memory.StaleStateCheck;
import io.coachflow.contracts.error.ErrorCode;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class StaleStateCheckTests extends SessionFixture {

	private final EventStore log = EmbeddedEventStore.builder().storageEngine(new InMemoryEventStorageEngine()).build();

	private final StaleStateCheck freshness = new StaleStateCheck(this.log);

	@Test
	void aStateBehindTheLogIsNotDecidedOn() {
		SessionState remembered = SessionState.initial().evolve(started(LIVE), 0, NOW, null);
		append(0, started(LIVE));
		assertThatNoException().isThrownBy(() -> this.freshness.require(ID, remembered.sequence()));

		append(1, deleted());

		assertThatExceptionOfType(ConcurrencyException.class)
			.isThrownBy(() -> this.freshness.require(ID, remembered.sequence()));
	}

	@Test
	void whatAppendsNothingIsUncertain() {
		assertThat(Decision.Reject.because(ErrorCode.INVALID_STEP, "no").isCertain()).isFalse();
		assertThat(new Decision.Emit(List.of()).isCertain()).isFalse();
		assertThat(Decision.Emit.of(deleted()).isCertain()).isTrue();
		assertThat(new Decision.Reject(List.of(expired()), ErrorCode.SESSION_EXPIRED, "late").isCertain()).isTrue();
	}

	@Test
	void aRefusalThatNoEventChangesIsCertain() {
		for (ErrorCode code : List.of(ErrorCode.FORBIDDEN, ErrorCode.IDEMPOTENCY_KEY_REUSED,
				ErrorCode.SESSION_NOT_FOUND)) {
			assertThat(Decision.Reject.because(code, "no").isCertain()).as("%s", code).isTrue();
		}
	}

	private void append(long sequence, Object event) {
		this.log.publish(new GenericDomainEventMessage<>(CoachingSession.TYPE, ID, sequence, event));
	}

}
