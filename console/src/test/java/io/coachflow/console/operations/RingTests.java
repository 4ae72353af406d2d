package io.coachflow.console.operations;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RingTests {

	private final Ring<Instant> ring = new Ring<>(Duration.ofSeconds(60), Duration.ofSeconds(10), (it) -> it);

	@Test
	void samplesThatFollowTooSoonAreLeftOut() {
		assertThat(add(0)).containsExactly(at(0));
		assertThat(add(9)).containsExactly(at(0));
		assertThat(add(10)).containsExactly(at(0), at(10));
	}

	@Test
	void oldSamplesGo() {
		add(0);
		add(30);
		assertThat(add(61)).containsExactly(at(30), at(61));
		assertThat(add(1000)).containsExactly(at(1000));
	}

	@Test
	void itNeverHoldsMoreThanFit() {
		for (int second = 0; second < 5000; second++) {
			assertThat(add(second)).hasSizeLessThanOrEqualTo(7);
		}
	}

	@Test
	void aClockSetBackBeginsAnew() {
		add(1000);
		assertThat(add(995)).containsExactly(at(1000));
		assertThat(add(500)).containsExactly(at(500));
	}

	private List<Instant> add(long second) {
		return this.ring.add(at(second));
	}

	private static Instant at(long second) {
		return Samples.NOON.plusSeconds(second);
	}

}
