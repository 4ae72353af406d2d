package io.coachflow.benchmarks.load;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

import io.coachflow.benchmarks.load.SessionLoad.Schedule;

/**
 * Calls at equal distances. Whoever is free takes the next one; if that is late, the
 * delay counts as latency (no coordinated omission). A run that falls hopelessly behind
 * ends after twice its time.
 */
final class OpenLoop implements Schedule {

	private final AtomicLong taken = new AtomicLong();

	private final double interval;

	private final long calls;

	private final long patience;

	private volatile long begun;

	OpenLoop(Duration duration, double callsPerSecond) {
		this.interval = 1e9 / callsPerSecond;
		this.calls = Math.round(duration.toNanos() / this.interval);
		this.patience = 2 * duration.toNanos();
	}

	@Override
	public void begin() {
		this.begun = System.nanoTime();
	}

	@Override
	public long awaitNext() {
		long number = this.taken.getAndIncrement();
		long due = this.begun + Math.round(number * this.interval);
		if (number >= this.calls || System.nanoTime() - this.begun > this.patience) {
			return Long.MIN_VALUE;
		}
		for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
			LockSupport.parkNanos(wait);
		}
		return due;
	}

}
