package io.coachflow.eventlog.processor;

import java.util.concurrent.Callable;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.axonframework.common.AxonThreadFactory;

/**
 * The thread that hands a processor's events to its segments. When their queues are full,
 * Axon's coordinator looks again after a tenth of a second, in which they have long run
 * dry: here it looks again after a few milliseconds.
 */
class CoordinatorThread extends ScheduledThreadPoolExecutor {

	/** What {@code Coordinator} of Axon 4.13.0 waits for space. */
	private static final long WAIT_FOR_SPACE_MS = 100;

	private static final long SHORTER_WAIT_MS = 3;

	CoordinatorThread(String processor) {
		super(1, new AxonThreadFactory("Coordinator[" + processor + "]"));
		setRemoveOnCancelPolicy(true);
	}

	@Override
	public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
		return (unit == TimeUnit.MILLISECONDS && delay == WAIT_FOR_SPACE_MS)
				? super.schedule(task, SHORTER_WAIT_MS, unit) : super.schedule(task, delay, unit);
	}

	@Override
	public <V> ScheduledFuture<V> schedule(Callable<V> task, long delay, TimeUnit unit) {
		throw new UnsupportedOperationException("Axon's coordinator schedules runnables alone");
	}

}
