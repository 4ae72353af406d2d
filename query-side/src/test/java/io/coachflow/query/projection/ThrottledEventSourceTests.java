package io.coachflow.query.projection;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ThrottledEventSourceTests {

	private static final int EVENTS = 5_000;

	private final AtomicLong head = new AtomicLong(1_000_000);

	private boolean written;

	@Test
	void aRebuildRestsWhileTheLogGrows() throws InterruptedException {
		this.written = true;

		assertThat(reading(true)).isGreaterThan(Duration.ofMillis(500));
	}

	@Test
	void nobodyRestsWhereNobodyWritesOrSomebodyWaits() throws InterruptedException {
		assertThat(reading(true)).isLessThan(Duration.ofMillis(400));
		this.written = true;
		assertThat(reading(false)).isLessThan(Duration.ofMillis(400));
	}

	private Duration reading(boolean rebuilding) throws InterruptedException {
		ThrottledEventSource source = new ThrottledEventSource(new Log(), Duration.ZERO, () -> rebuilding);
		try (BlockingStream<TrackedEventMessage<?>> stream = source.openStream(null)) {
			long begun = System.nanoTime();
			for (int i = 1; i < EVENTS; i++) {
				stream.nextAvailable();
			}
			long took = System.nanoTime() - begun;
			assertThat(stream.nextAvailable().trackingToken().position()).hasValue(EVENTS - 1);
			return Duration.ofNanos(took);
		}
	}

	private final class Log implements StreamableMessageSource<TrackedEventMessage<?>> {

		@Override
		public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
			return new Events();
		}

		@Override
		public TrackingToken createHeadToken() {
			return new GlobalSequenceTrackingToken(
					ThrottledEventSourceTests.this.written ? ThrottledEventSourceTests.this.head.incrementAndGet()
							: ThrottledEventSourceTests.this.head.get());
		}

	}

	private static final class Events implements BlockingStream<TrackedEventMessage<?>> {

		private long next;

		@Override
		public TrackedEventMessage<?> nextAvailable() {
			return new GenericTrackedEventMessage<>(new GlobalSequenceTrackingToken(this.next++),
					GenericEventMessage.asEventMessage("an event"));
		}

		@Override
		public Optional<TrackedEventMessage<?>> peek() {
			return Optional.empty();
		}

		@Override
		public boolean hasNextAvailable(int timeout, TimeUnit unit) {
			return true;
		}

		@Override
		public void close() {
			// Nothing is open
		}

	}

}
