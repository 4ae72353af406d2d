package io.coachflow.query.projection;

import java.time.Duration;
import java.util.function.BooleanSupplier;

import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/**
 * Reads the log for a read model in a way that leaves others their share of the machine.
 * A live one lets the events of a busy log gather; a rebuild pauses while others append.
 */
class ThrottledEventSource implements StreamableMessageSource<TrackedEventMessage<?>> {

	/** How many events are read between two pauses. */
	private static final int BATCH_SIZE = 500;

	private static final Duration PAUSE = Duration.ofMillis(75);

	private final StreamableMessageSource<TrackedEventMessage<?>> log;

	private final Duration gathering;

	private final BooleanSupplier rebuilding;

	/**
	 * Throttles another source.
	 * @param gathering how long the events of a busy log gather
	 * @param rebuilding whether the slot is not live, so that no reader waits for it
	 */
	ThrottledEventSource(StreamableMessageSource<TrackedEventMessage<?>> log, Duration gathering,
			BooleanSupplier rebuilding) {
		this.log = log;
		this.gathering = gathering;
		this.rebuilding = rebuilding;
	}

	@Override
	public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken trackingToken) {
		return new ThrottledStream(new GatheringStream(this.log.openStream(trackingToken), this.gathering));
	}

	@Override
	public TrackingToken createTailToken() {
		return this.log.createTailToken();
	}

	@Override
	public TrackingToken createHeadToken() {
		return this.log.createHeadToken();
	}

	private final class ThrottledStream extends ForwardingStream {

		private int taken;

		/** The end of the log at the last check; -1 before the first. */
		private long head = -1;

		private ThrottledStream(BlockingStream<TrackedEventMessage<?>> stream) {
			super(stream);
		}

		@Override
		public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
			this.taken++;
			if (this.taken % BATCH_SIZE == 0 && ThrottledEventSource.this.rebuilding.getAsBoolean() && grew()) {
				Thread.sleep(PAUSE);
			}
			return super.nextAvailable();
		}

		/** Whether the log grew since the last check. */
		private boolean grew() {
			TrackingToken token = createHeadToken();
			long before = this.head;
			this.head = (token != null) ? token.position().orElse(0) : 0;
			return before >= 0 && this.head > before;
		}

	}

}
