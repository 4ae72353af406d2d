package io.coachflow.query.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

import io.coachflow.contracts.error.ApiException;
import io.coachflow.contracts.rest.LogVerification;
import io.coachflow.eventlog.integrity.Histories;
import io.coachflow.eventlog.integrity.StoredEvent;
import io.coachflow.eventlog.read.RawEventReader;
import io.coachflow.query.sessionlist.KnownSessions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.coachflow.eventlog.integrity.Histories.ONE;
import static io.coachflow.eventlog.integrity.Histories.OTHER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.Mockito.mock;

class LogVerifierTests {

	private static final Instant NOW = Instant.parse("2026-11-22T20:00:00Z");

	private final RawEventReader history = mock(RawEventReader.class);

	private final KnownSessions knownSessions = mock(KnownSessions.class);

	private final LogVerifier verifier = new LogVerifier(this.history, this.knownSessions,
			Clock.fixed(NOW, ZoneOffset.UTC));

	@BeforeEach
	void anEmptyList() {
		given(this.history.firstPosition()).willReturn(1L);
		given(this.knownSessions.page(anyString(), anyInt())).willReturn(Map.of());
	}

	@Test
	void anUntouchedLogIsValid() throws Exception {
		logHolds(Histories.log(ONE, OTHER, ONE), 3);

		assertThat(this.verifier.verify()).isEqualTo(new LogVerification(true, 3, 2, 3, 0, null, List.of(), NOW));
	}

	@Test
	void aSessionThatTheListKnowsFurtherLostItsEnd() throws Exception {
		logHolds(Histories.log(ONE, OTHER, ONE), 3);
		given(this.knownSessions.page("", 1_000)).willReturn(Map.of(ONE, 2L));

		LogVerification verification = this.verifier.verify();

		assertThat(verification.valid()).isFalse();
		assertThat(verification.problems()).singleElement().satisfies((flaw) -> {
			assertThat(flaw.sessionId()).isEqualTo(ONE);
			assertThat(flaw.sequence()).isEqualTo(2);
		});
	}

	@Test
	void aSessionThatWentOnDuringTheRunLostNothing() throws Exception {
		logHolds(Histories.log(ONE, OTHER, ONE), 3);
		given(this.knownSessions.page("", 1_000)).willReturn(Map.of(ONE, 2L));
		given(this.history.reaches(ONE, 2)).willReturn(true);

		assertThat(this.verifier.verify().valid()).isTrue();
	}

	@Test
	void ofManyFlawsTheFirstTwentyAreTold() throws Exception {
		logHolds(List.of(), 30);

		LogVerification verification = this.verifier.verify();

		assertThat(verification.bad()).isEqualTo(30);
		assertThat(verification.problems()).hasSize(20).first().isEqualTo(verification.firstBad());
	}

	@Test
	void aSecondRunIsRefusedUntilTheFirstIsThrough() throws Exception {
		CountDownLatch begun = new CountDownLatch(1);
		CountDownLatch released = new CountDownLatch(1);
		given(this.history.lastPosition()).willReturn(3L);
		willAnswer((_) -> {
			begun.countDown();
			released.await();
			return null;
		}).given(this.history).all(anyLong(), any());
		Thread first = Thread.ofVirtual().start(() -> {
			try {
				this.verifier.verify();
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		});
		begun.await();

		assertThatExceptionOfType(ApiException.class).isThrownBy(this.verifier::verify)
			.withMessageContaining("position 0 of 3");

		released.countDown();
		first.join();
		assertThat(this.verifier.verify().valid()).isFalse();
	}

	@Test
	void aRunThatFailsMakesRoomForTheNext() throws Exception {
		willAnswer((_) -> {
			throw new IllegalStateException("The store is away");
		}).given(this.history).all(anyLong(), any());
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(this.verifier::verify);

		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(this.verifier::verify);
	}

	private void logHolds(List<StoredEvent> log, long head) throws InterruptedException {
		given(this.history.lastPosition()).willReturn(head);
		willAnswer((call) -> {
			Consumer<StoredEvent> reader = call.getArgument(1);
			log.forEach(reader);
			return null;
		}).given(this.history).all(anyLong(), any());
	}

}
