package io.coachflow.query.projection;

import java.time.Duration;

/**
 * How long a projector waits after a batch.
 */
@FunctionalInterface
interface Pace {

	/**
	 * The pause after a batch; not positive for none.
	 * @param events how many it had
	 * @param full whether more may be waiting already
	 * @param took how long the batch took
	 */
	Duration after(int events, boolean full, Duration took);

	/**
	 * Lets the events of a busy log gather, because each batch is a transaction. The
	 * events of a quiet log pass at once.
	 * @param gathering for how long, from the start of the batch before
	 */
	static Pace gathering(Duration gathering) {
		return (events, full, took) -> (events >= BUSY_FROM && !full) ? gathering.minus(took) : Duration.ZERO;
	}

	/** A log is busy if so many events came since the last look. */
	int BUSY_FROM = 8;

}
