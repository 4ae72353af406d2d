package io.coachflow.eventlog.postgres;

import java.time.Duration;

/**
 * Limits how often the appender notifies the other nodes: more often than every 5 ms
 * would delay the notifications themselves. For the appender's thread alone.
 */
final class NotificationThrottle {

	private static final long INTERVAL_NANOS = Duration.ofMillis(5).toNanos();

	private static final long IDLE_WAIT_NANOS = Duration.ofMillis(100).toNanos();

	private long lastSent = System.nanoTime() - INTERVAL_NANOS;

	private boolean pending;

	/** Whether the next commit may carry a notification. */
	boolean allows() {
		return System.nanoTime() - this.lastSent >= INTERVAL_NANOS;
	}

	/** Whether a commit was not notified and may be now. */
	boolean isDue() {
		return this.pending && allows();
	}

	/** Notes a commit, and whether the other nodes were notified of it. */
	void note(boolean notified) {
		this.pending = !notified;
		if (notified) {
			this.lastSent = System.nanoTime();
		}
	}

	/** How long the appender may wait for appends before it asks again. */
	long waitNanos() {
		return this.pending ? INTERVAL_NANOS : IDLE_WAIT_NANOS;
	}

}
