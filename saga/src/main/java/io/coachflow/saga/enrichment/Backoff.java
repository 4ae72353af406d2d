package io.coachflow.saga.enrichment;

import java.time.Duration;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;

/**
 * How long to wait after a failed attempt: twice as long each time, within bounds, and
 * never quite the same, so that what failed together does not come back together.
 *
 * @param first after the first failure
 * @param longest whatever happens, and whatever a provider asks for
 */
record Backoff(Duration first, Duration longest) {

	private static final int MAX_DOUBLINGS = 30;

	/** At most this share of a wait is left to chance. */
	private static final double JITTER = 0.5;

	/**
	 * The wait before the next attempt, from half of it to all of it; what the provider
	 * asked for at least, where that is within the bounds.
	 * @param failures how many attempts failed before this one
	 * @param retryAfter what the provider asked for
	 */
	Duration after(int failures, @Nullable Duration retryAfter, RandomGenerator random) {
		Duration doubled = this.first.multipliedBy(1L << Math.min(failures, MAX_DOUBLINGS));
		Duration full = min(doubled, this.longest);
		Duration wait = full.minus(share(full, random));
		if (retryAfter == null || retryAfter.compareTo(wait) <= 0) {
			return wait;
		}
		// Later than asked for, and not all at once
		return min(retryAfter.plus(share(min(full, retryAfter), random)), this.longest);
	}

	private static Duration share(Duration wait, RandomGenerator random) {
		return Duration.ofMillis((long) (wait.toMillis() * JITTER * random.nextDouble()));
	}

	private static Duration min(Duration one, Duration other) {
		return (one.compareTo(other) <= 0) ? one : other;
	}

}
