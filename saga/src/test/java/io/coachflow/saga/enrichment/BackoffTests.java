package io.coachflow.saga.enrichment;

import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BackoffTests {

	private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(5));

	@Property
	void theWaitDoublesUpToTheLongestAndVariesByHalf(@ForAll @IntRange(min = 0, max = 200) int failures,
			@ForAll long seed) {
		Duration wait = BACKOFF.after(failures, null, new Random(seed));

		long full = (failures > 7) ? 300_000 : Math.min(300_000, 2_000L << failures);
		assertThat(wait.toMillis()).isBetween(full / 2, full);
	}

	@Property
	void aProviderIsWaitedForAsLongAsItAsksWithinBounds(@ForAll @IntRange(min = 0, max = 20) int failures,
			@ForAll @IntRange(min = 0, max = 100_000) int seconds, @ForAll long seed) {
		Duration asked = Duration.ofSeconds(seconds);

		Duration wait = BACKOFF.after(failures, asked, new Random(seed));

		assertThat(wait).isLessThanOrEqualTo(Duration.ofMinutes(5));
		assertThat(wait)
			.isGreaterThanOrEqualTo((asked.compareTo(Duration.ofMinutes(5)) < 0) ? asked : Duration.ofMinutes(5));
	}

	@Test
	void whatFailedTogetherDoesNotComeBackTogether() {
		Random random = new Random(1);

		assertThat(Stream.generate(() -> BACKOFF.after(3, Duration.ofSeconds(20), random).toMillis())
			.limit(100)
			.distinct()
			.count()).isGreaterThan(50);
	}

}
