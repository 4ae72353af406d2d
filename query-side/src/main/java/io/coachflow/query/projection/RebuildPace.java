package io.coachflow.query.projection;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Leaves those who append their share of the machine: a rebuild pauses while the log
 * grows, because no reader waits for it.
 */
final class RebuildPace implements Pace {

	/** For each event of the batch before. */
	private static final Duration PAUSE = Duration.ofMillis(75).dividedBy(500);

	private final LongSupplier head;

	/** The end of the log at the last check; -1 before the first. */
	private long before = -1;

	/**
	 * Creates a pace for one rebuild.
	 * @param head tells the end of the log
	 */
	RebuildPace(LongSupplier head) {
		this.head = head;
	}

	@Override
	public Duration after(int events, boolean full, Duration took) {
		long now = this.head.getAsLong();
		boolean grew = this.before >= 0 && now > this.before;
		this.before = now;
		return grew ? PAUSE.multipliedBy(events) : Duration.ZERO;
	}

}
