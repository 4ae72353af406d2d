package io.coachflow.query.projection;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/**
 * Reads the log for a rebuild: with pauses while others append to it, so that the rebuild
 * leaves them their share of the machine.
 */
class ThrottledEventSource implements StreamableMessageSource<TrackedEventMessage<?>> {

	/** How many events are read between two pauses. */
	private static final int BATCH_SIZE = 500;

	private static final Duration PAUSE = Duration.ofMillis(75);

	private final StreamableMessageSource<TrackedEventMessage<?>> log;

	private final BooleanSupplier rebuilding;

	/**
	 * Throttles another source.
	 * @param rebuilding whether the slot is not live, so that no reader waits for it
	 */
	ThrottledEventSource(StreamableMessageSource<TrackedEventMessage<?>> log, BooleanSupplier rebuilding) {
		this.log = log;
		this.rebuilding = rebuilding;
	}

	@Override
	public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken trackingToken) {
		return new ThrottledStream(this.log.openStream(trackingToken));
	}

	@Override
	public TrackingToken createTailToken() {
		return this.log.createTailToken();
	}

	@Override
	public TrackingToken createHeadToken() {
		return this.log.createHeadToken();
	}

	private final class ThrottledStream implements BlockingStream<TrackedEventMessage<?>> {

		private final BlockingStream<TrackedEventMessage<?>> stream;

		private int taken;

		/** The end of the log at the last check; -1 before the first. */
		private long head = -1;

		private ThrottledStream(BlockingStream<TrackedEventMessage<?>> stream) {
			this.stream = stream;
		}

		@Override
		public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
			this.taken++;
			if (this.taken % BATCH_SIZE == 0 && ThrottledEventSource.this.rebuilding.getAsBoolean() && grew()) {
				Thread.sleep(PAUSE);
			}
			return this.stream.nextAvailable();
		}

		/** Whether the log grew since the last check. */
		private boolean grew() {
			TrackingToken token = createHeadToken();
			long before = this.head;
			this.head = (token != null) ? token.position().orElse(0) : 0;
			return before >= 0 && this.head > before;
		}

		@Override
		public Optional<TrackedEventMessage<?>> peek() {
			return this.stream.peek();
		}

		@Override
		public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
			return this.stream.hasNextAvailable(timeout, unit);
		}

		@Override
		public void skipMessagesWithPayloadTypeOf(TrackedEventMessage<?> ignored) {
			this.stream.skipMessagesWithPayloadTypeOf(ignored);
		}

		@Override
		public boolean setOnAvailableCallback(Runnable callback) {
			return this.stream.setOnAvailableCallback(callback);
		}

		@Override
		public void close() {
			this.stream.close();
		}

	}

}
