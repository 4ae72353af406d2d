package io.coachflow.saga.enrichment;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

import org.springframework.stereotype.Component;

/**
 * Lets a few jobs to the stores at a time. Hundreds may run at once, and would leave the
 * callers of the service no connection; what they want there takes milliseconds.
 */
@Component
class StoreBulkhead {

	/** Less than half of the connection pool. */
	private static final int AT_A_TIME = 8;

	private final Semaphore turns = new Semaphore(AT_A_TIME, true);

	<T> T through(Supplier<T> work) {
		this.turns.acquireUninterruptibly();
		try {
			return work.get();
		}
		finally {
			this.turns.release();
		}
	}

}
