package io.coachflow.benchmarks.load;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.LongStream;

import io.coachflow.benchmarks.load.SessionLoad.Schedule;

/** A closed loop that counts its accepted steps second by second. */
public final class StepCurve implements Schedule {

	private final ClosedLoop loop;

	private final AtomicLongArray counts;

	private volatile long begun;

	/** Of as many seconds. */
	public StepCurve(int seconds) {
		this.loop = new ClosedLoop(Duration.ofSeconds(seconds));
		this.counts = new AtomicLongArray(seconds);
	}

	@Override
	public void begin() {
		this.begun = System.nanoTime();
		this.loop.begin();
	}

	@Override
	public long awaitNext() {
		return this.loop.awaitNext();
	}

	@Override
	public void stepAccepted(long when) {
		int second = (int) Duration.ofNanos(when - this.begun).toSeconds();
		// Those that were under way at the end count for nothing
		if (second < this.counts.length()) {
			this.counts.incrementAndGet(second);
		}
	}

	/** Steps that were accepted in each second. */
	public List<Long> stepsPerSecond() {
		return LongStream.range(0, this.counts.length()).mapToObj((second) -> this.counts.get((int) second)).toList();
	}

}
