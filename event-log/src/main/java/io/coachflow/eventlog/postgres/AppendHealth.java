package io.coachflow.eventlog.postgres;

import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers whether the log takes appends, and logs each change.
 */
final class AppendHealth {

	private static final Logger logger = LoggerFactory.getLogger(AppendHealth.class);

	/** How often a probe checks whether appends work again. */
	private static final long PROBE_NANOS = Duration.ofSeconds(1).toNanos();

	/** Whether the last attempt to write failed. */
	private volatile boolean failing;

	private long lastAttempt = System.nanoTime();

	boolean takesAppends() {
		return !this.failing;
	}

	boolean isProbeDue() {
		return this.failing && System.nanoTime() - this.lastAttempt >= PROBE_NANOS;
	}

	/** Notes an attempt to write. For the appender's thread alone. */
	void note(boolean succeeded) {
		if (succeeded && this.failing) {
			logger.info("The log takes appends again");
		}
		else if (!succeeded && !this.failing) {
			logger.warn("The log takes no appends: this node is not ready until it does");
		}
		this.failing = !succeeded;
		this.lastAttempt = System.nanoTime();
	}

}
