package io.coachflow.eventlog.processor;

import java.util.concurrent.Callable;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.axonframework.common.AxonThreadFactory;

/**
 * The thread that hands a processor's events to its segments. If their queues are full,
 * Axon's coordinator looks again after 100 ms, but the queues are empty long before. This
 * thread looks again after 3 ms.
 */
class CoordinatorThread extends ScheduledThreadPoolExecutor {

	/**
	 * How long {@code Coordinator} of Axon 4.13.0 waits for space. The wait is recognised
	 * by this number alone: compare it at each update of Axon.
	 */
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
		throw new UnsupportedOperationException("Axon's coordinator schedules only runnables");
	}

}
