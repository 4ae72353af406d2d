package io.coachflow.benchmarks;

import java.time.Duration;

/** Tells a person who waits what is going on, with the time since the beginning. */
final class Progress {

	private final long begun = System.nanoTime();

	void say(String what) {
		Duration passed = Duration.ofNanos(System.nanoTime() - this.begun);
		System.out.printf("[%02d:%02d] %s%n", passed.toMinutes(), passed.toSecondsPart(), what);
	}

}
