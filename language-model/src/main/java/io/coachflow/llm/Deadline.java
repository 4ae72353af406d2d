package io.coachflow.llm;

import java.time.Duration;

/**
 * The latest time at which something may end.
 *
 * @param nanos on the scale of {@link System#nanoTime()}
 */
record Deadline(long nanos) {

	static Deadline in(Duration time) {
		return new Deadline(System.nanoTime() + time.toNanos());
	}

	/** Nanoseconds that are left; 0 or less once it has passed. */
	long remaining() {
		return this.nanos - System.nanoTime();
	}

	/** The earlier of this deadline and the one in the given time. */
	Deadline orIn(Duration time) {
		Deadline other = in(time);
		return (other.remaining() < remaining()) ? other : this;
	}

}
