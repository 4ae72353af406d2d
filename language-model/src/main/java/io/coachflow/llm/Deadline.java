package io.coachflow.llm;

import java.time.Duration;

/**
 * The moment by which something has to be over.
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

	/** Whichever comes first. */
	Deadline orIn(Duration time) {
		Deadline other = in(time);
		return (other.remaining() < remaining()) ? other : this;
	}

}
