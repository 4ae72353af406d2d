package io.coachflow.console.operations;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;

/**
 * The samples of the last while, in memory. However many operators look, it keeps no more
 * of them than fit into the while at the least distance.
 */
final class Ring<T> {

	private final Duration kept;

	private final Duration distance;

	private final Function<T, Instant> time;

	private final Deque<T> samples = new ArrayDeque<>();

	Ring(Duration kept, Duration distance, Function<T, Instant> time) {
		this.kept = kept;
		this.distance = distance;
		this.time = time;
	}

	Duration kept() {
		return this.kept;
	}

	/**
	 * Adds a sample, unless one was added just before.
	 * @return all samples, the oldest first
	 */
	synchronized List<T> add(T sample) {
		Instant now = this.time.apply(sample);
		if (!this.samples.isEmpty() && now.isBefore(this.time.apply(this.samples.getLast()).minus(this.distance))) {
			// The clock was set back: what was sampled would lie in the future
			this.samples.clear();
		}
		while (!this.samples.isEmpty() && this.time.apply(this.samples.getFirst()).isBefore(now.minus(this.kept))) {
			this.samples.removeFirst();
		}
		if (this.samples.isEmpty() || !now.isBefore(this.time.apply(this.samples.getLast()).plus(this.distance))) {
			this.samples.addLast(sample);
		}
		return List.copyOf(this.samples);
	}

}
