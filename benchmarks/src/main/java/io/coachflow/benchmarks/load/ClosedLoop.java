package io.coachflow.benchmarks.load;

import java.time.Duration;

import io.coachflow.benchmarks.load.SessionLoad.Schedule;

/** The next call at once, until the time is over. */
final class ClosedLoop implements Schedule {

	private final Duration duration;

	private volatile long end;

	ClosedLoop(Duration duration) {
		this.duration = duration;
	}

	@Override
	public void begin() {
		this.end = System.nanoTime() + this.duration.toNanos();
	}

	@Override
	public long awaitNext() {
		long now = System.nanoTime();
		return (now < this.end) ? now : Long.MIN_VALUE;
	}

}
