package io.coachflow.saga.enrichment;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

import org.springframework.stereotype.Component;

/**
 * Limits how many jobs use the stores at once. Hundreds may run, and would take all
 * connections from the service's callers; each use takes milliseconds.
 */
@Component
class StoreBulkhead {

	/** Less than half of the connection pool. */
	private static final int MAX_CONCURRENT = 8;

	private final Semaphore permits = new Semaphore(MAX_CONCURRENT, true);

	<T> T through(Supplier<T> work) {
		this.permits.acquireUninterruptibly();
		try {
			return work.get();
		}
		finally {
			this.permits.release();
		}
	}

}
