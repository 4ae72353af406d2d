package io.coachflow.query.projection;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.data.redis.RedisConnectionFailureException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.Mockito.mock;

class DeadLetterPolicyTests {

	@Test
	void anEventThatCannotBeHandledIsParkedWithoutItsWords() {
		EnqueueDecision<EventMessage<?>> decision = decide(new IllegalArgumentException("quotes an answer"));

		assertThat(decision.shouldEnqueue()).isTrue();
		assertThat(decision.enqueueCause()).get().satisfies((it) -> {
			assertThat(it).hasMessage("java.lang.IllegalArgumentException").hasNoCause();
			assertThat(it.getStackTrace()).isEmpty();
		});
	}

	@Test
	void whatPostgresqlCannotKeepIsParked() {
		assertThat(decide(new DataIntegrityViolationException("has a \0")).shouldEnqueue()).isTrue();
	}

	@Test
	void aStoreThatIsAwayIsWaitedFor() {
		assertThatExceptionOfType(RedisConnectionFailureException.class)
			.isThrownBy(() -> decide(new RedisConnectionFailureException("away")));
		assertThatExceptionOfType(QueryTimeoutException.class)
			.isThrownBy(() -> decide(new QueryTimeoutException("slow")));
	}

	@Test
	void aProcessorThatStopsParksNothing() {
		assertThatIllegalStateException().isThrownBy(() -> decide(new InterruptedException()));
	}

	@SuppressWarnings("unchecked")
	private static EnqueueDecision<EventMessage<?>> decide(Throwable cause) {
		return DeadLetterConfiguration.decide(mock(DeadLetter.class), cause);
	}

}
