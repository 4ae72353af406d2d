package io.coachflow.eventlog.postgres;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.jspecify.annotations.Nullable;

/**
 * Measures how long it takes from a commit of this node until the first reader of this
 * node has the event: the metric {@code coachflow.log.commit.to.reader}.
 */
class CommitTimes {

	/**
	 * A power of two; readers further behind are lagging, which is another metric.
	 */
	private static final int CAPACITY = 8192;

	private final AtomicReferenceArray<@Nullable Commit> commits = new AtomicReferenceArray<>(CAPACITY);

	private final Timer timer;

	CommitTimes(MeterRegistry registry) {
		this.timer = Timer.builder("coachflow.log.commit.to.reader")
			.description("From the commit of an event to its first reader on the same node")
			.publishPercentileHistogram()
			.minimumExpectedValue(Duration.ofNanos(100_000))
			.maximumExpectedValue(Duration.ofSeconds(1))
			.register(registry);
	}

	private record Commit(long index, long nanos) {
	}

	void committed(long firstIndex, long lastIndex) {
		long now = System.nanoTime();
		for (long index = firstIndex; index <= lastIndex; index++) {
			this.commits.set(place(index), new Commit(index, now));
		}
	}

	/**
	 * A reader got the event. Only the first counts: others may let events gather.
	 */
	void seen(long index) {
		Commit commit = this.commits.get(place(index));
		if (commit != null && commit.index() == index && this.commits.compareAndSet(place(index), commit, null)) {
			this.timer.record(System.nanoTime() - commit.nanos(), TimeUnit.NANOSECONDS);
		}
	}

	private static int place(long index) {
		return (int) (index & (CAPACITY - 1));
	}

}
