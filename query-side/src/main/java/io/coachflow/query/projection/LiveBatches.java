package io.coachflow.query.projection;

import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;

import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/**
 * The log for live slots. They read ahead while they are far behind, and at the end of
 * the log when asked: otherwise its events could not gather.
 */
final class LiveBatches implements LogBatches {

	private final Function<@Nullable TrackingToken, LogBatches> direct;

	private final Function<@Nullable TrackingToken, LogBatches> ahead;

	private final LongSupplier head;

	private LogBatches reading;

	private boolean readsAhead;

	/**
	 * Begins to read after a position.
	 * @param direct reads when asked
	 * @param ahead reads ahead
	 * @param head tells the end of the log
	 */
	LiveBatches(@Nullable TrackingToken from, Function<@Nullable TrackingToken, LogBatches> direct,
			Function<@Nullable TrackingToken, LogBatches> ahead, LongSupplier head) {
		this.direct = direct;
		this.ahead = ahead;
		this.head = head;
		this.readsAhead = head.getAsLong() - SlotClaims.positionOf(from) > Projectors.NEAR;
		this.reading = (this.readsAhead ? ahead : direct).apply(from);
	}

	@Override
	public List<TrackedEventMessage<?>> next() throws InterruptedException {
		List<TrackedEventMessage<?>> events = this.reading.next();
		// Whoever has caught up gets no full batch, and need not ask for the head
		if (events.size() >= SIZE || (this.readsAhead && !events.isEmpty())) {
			choose(events.getLast().trackingToken());
		}
		return events;
	}

	/**
	 * Reads ahead until the last batch, so that it does not turn back with every batch.
	 * What was read for nothing is read again.
	 */
	private void choose(TrackingToken position) {
		long behind = this.head.getAsLong() - SlotClaims.positionOf(position);
		boolean far = behind > (this.readsAhead ? SIZE : Projectors.NEAR);
		if (far != this.readsAhead) {
			LogBatches next = (far ? this.ahead : this.direct).apply(position);
			this.reading.close();
			this.reading = next;
			this.readsAhead = far;
		}
	}

	@Override
	public void close() {
		this.reading.close();
	}

}
