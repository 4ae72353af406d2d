package io.coachflow.eventlog.postgres;

import java.time.Duration;
import java.util.List;

import io.coachflow.eventlog.postgres.PendingAppend.AppendFailedException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PendingAppendTests {

	private static final Duration SHORT = Duration.ofMillis(30);

	private final PendingAppend append = new PendingAppend(List.of());

	@Test
	void whoseCallerGaveUpIsNeverTakenUp() {
		assertThatExceptionOfType(LogUnavailableException.class).isThrownBy(() -> this.append.await(SHORT))
			.withMessageContaining("nothing was written");

		assertThat(this.append.take()).isFalse();
		assertThat(this.append.isGivenUp()).isTrue();
	}

	@Test
	void whoseCallerGaveUpInFlightMayBeWritten() {
		assertThat(this.append.take()).isTrue();

		assertThatExceptionOfType(LogUnavailableException.class).isThrownBy(() -> this.append.await(SHORT))
			.withMessageContaining("not known yet");
		assertThat(this.append.isGivenUp()).isTrue();
	}

	@Test
	void isTakenUpOnce() {
		assertThat(this.append.take()).isTrue();
		assertThat(this.append.take()).isFalse();
	}

	@Test
	void tellsWhyItFailed() {
		Exception reason = new SequenceTakenException(null);
		this.append.fail(reason);

		assertThatExceptionOfType(AppendFailedException.class).isThrownBy(() -> this.append.await(SHORT))
			.satisfies((failure) -> assertThat(failure.reason()).isSameAs(reason));
	}

	@Test
	void whatIsWrittenStaysWritten() throws Exception {
		this.append.succeed();
		this.append.fail(new IllegalStateException("Too late"));

		this.append.await(SHORT);
	}

}
