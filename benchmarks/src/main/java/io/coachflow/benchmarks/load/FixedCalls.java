package io.coachflow.benchmarks.load;

import java.util.concurrent.atomic.AtomicLong;

import io.coachflow.benchmarks.load.SessionLoad.Schedule;

/** So many calls, however long they take. */
final class FixedCalls implements Schedule {

	private final AtomicLong left;

	FixedCalls(long calls) {
		this.left = new AtomicLong(calls);
	}

	@Override
	public void begin() {
		// Time does not matter
	}

	@Override
	public long awaitNext() {
		return (this.left.getAndDecrement() > 0) ? System.nanoTime() : Long.MIN_VALUE;
	}

}
