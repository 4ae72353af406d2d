package io.coachflow.query.projection;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RebuildProgressTests {

	private static final Instant BEGUN = Instant.parse("2026-11-22T12:00:00Z");

	@Test
	void nothingIsKnownBeforeItBegins() {
		assertThat(RebuildProgress.at(0, 100, null, BEGUN)).isEqualTo(new RebuildProgress(0, null));
	}

	@Test
	void nothingIsKnownOfThePaceBeforeTheFirstEvent() {
		assertThat(RebuildProgress.at(0, 100, BEGUN, BEGUN.plusSeconds(5))).isEqualTo(new RebuildProgress(0, null));
	}

	@Test
	void whatIsLeftTakesAsLongAsWhatIsDone() {
		assertThat(RebuildProgress.at(25, 100, BEGUN, BEGUN.plusSeconds(10))).isEqualTo(new RebuildProgress(25, 30L));
	}

	@Test
	void percentsAreRoundedDownAndSecondsUp() {
		assertThat(RebuildProgress.at(9_999, 10_000, BEGUN, BEGUN.plusSeconds(1)))
			.isEqualTo(new RebuildProgress(99.9, 1L));
	}

	@Test
	void aLogWithoutEventsIsDone() {
		assertThat(RebuildProgress.at(0, 0, BEGUN, BEGUN)).isEqualTo(RebuildProgress.DONE);
	}

	@Test
	void moreThanTheHeadIsDone() {
		assertThat(RebuildProgress.at(105, 100, BEGUN, BEGUN.plusSeconds(1))).isEqualTo(RebuildProgress.DONE);
	}

	@Test
	void aClockThatGoesBackIsNoTime() {
		assertThat(RebuildProgress.at(50, 100, BEGUN, BEGUN.minusSeconds(5))).isEqualTo(new RebuildProgress(50, 0L));
	}

}
