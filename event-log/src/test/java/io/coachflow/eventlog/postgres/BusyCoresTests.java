package io.coachflow.eventlog.postgres;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class BusyCoresTests {

	private double load;

	private long now = Duration.ofDays(1).toNanos();

	private final BusyCores cores = new BusyCores(() -> this.load, () -> this.now);

	@ParameterizedTest
	@CsvSource({ "0, false", "0.74, false", "0.75, true", "1, true", "-1, true" })
	void threeQuartersAreBusyAndSoIsWhatNobodyKnows(double load, boolean busy) {
		this.load = load;

		assertThat(this.cores.getAsBoolean()).isEqualTo(busy);
	}

	@Test
	void aLookLastsForAFifthOfASecond() {
		this.cores.getAsBoolean();
		this.load = 1;

		this.now += Duration.ofMillis(199).toNanos();
		assertThat(this.cores.getAsBoolean()).isFalse();

		this.now += Duration.ofMillis(1).toNanos();
		assertThat(this.cores.getAsBoolean()).isTrue();
	}

	@Test
	void theMachineTellsItsLoad() {
		BusyCores real = new BusyCores();

		assertThat(real.getAsBoolean()).isIn(true, false);
	}

}
