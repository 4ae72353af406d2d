package io.coachflow.saga.enrichment;

import java.time.Duration;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;

/**
 * Exponential backoff with jitter, so that jobs that failed together are not retried
 * together.
 *
 * @param first the wait after the first failure
 * @param longest the upper bound of every wait, whatever a provider asks for
 */
record Backoff(Duration first, Duration longest) {

	private static final int MAX_DOUBLINGS = 30;

	/** The random share of a wait, at most. */
	private static final double JITTER = 0.5;

	/**
	 * The wait before the next attempt: from half of the doubled wait to all of it, but
	 * no less than the provider asked for, and no more than the upper bound.
	 * @param failures how many attempts failed before this one
	 * @param retryAfter what the provider asked for; absent if nothing
	 */
	Duration after(int failures, @Nullable Duration retryAfter, RandomGenerator random) {
		Duration doubled = this.first.multipliedBy(1L << Math.min(failures, MAX_DOUBLINGS));
		Duration full = min(doubled, this.longest);
		Duration wait = full.minus(share(full, random));
		if (retryAfter == null || retryAfter.compareTo(wait) <= 0) {
			return wait;
		}
		// Jitter after the time that was asked for
		return min(retryAfter.plus(share(min(full, retryAfter), random)), this.longest);
	}

	private static Duration share(Duration wait, RandomGenerator random) {
		return Duration.ofMillis((long) (wait.toMillis() * JITTER * random.nextDouble()));
	}

	private static Duration min(Duration one, Duration other) {
		return (one.compareTo(other) <= 0) ? one : other;
	}

}
