package io.coachflow.query.projection;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class GatheringStreamTests {

	private static final Duration PAUSE = Duration.ofMillis(300);

	private final Log log = new Log();

	private final GatheringStream stream = new GatheringStream(this.log, PAUSE);

	private final AtomicInteger wakeUps = new AtomicInteger();

	GatheringStreamTests() {
		this.stream.setOnAvailableCallback(this.wakeUps::incrementAndGet);
	}

	@Test
	void fewEventsPassAtOnce() throws InterruptedException {
		for (int i = 0; i < 20; i++) {
			this.log.append(1);
			assertThat(this.wakeUps).hasValue(i + 1);
			assertThat(taken()).isOne();
		}
	}

	@Test
	void manyEventsGatherAndThenWakeTheirReaderOnce() throws InterruptedException {
		this.log.append(10);
		assertThat(taken()).isEqualTo(10);
		this.wakeUps.set(0);
		long begun = System.nanoTime();

		this.log.append(3);
		this.log.append(4);
		assertThat(this.stream.hasNextAvailable()).isFalse();

		await().until(() -> this.wakeUps.get() == 1);
		assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(PAUSE.dividedBy(2));
		assertThat(taken()).isEqualTo(7);
	}

	@Test
	void aReaderThatLookedWhileTheyGatherIsWokenWithoutFurtherEvents() throws InterruptedException {
		this.log.append(10);
		assertThat(taken()).isEqualTo(10);
		this.log.appendUnnoticed(1);
		this.wakeUps.set(0);

		assertThat(this.stream.hasNextAvailable()).isFalse();

		await().until(() -> this.wakeUps.get() == 1);
		assertThat(taken()).isOne();
	}

	@Test
	void aClosedStreamWakesNobody() throws Exception {
		this.log.append(10);
		assertThat(taken()).isEqualTo(10);
		this.log.append(1);
		this.wakeUps.set(0);

		this.stream.close();

		CompletableFuture<Void> later = new CompletableFuture<>();
		CompletableFuture.delayedExecutor(PAUSE.multipliedBy(2).toMillis(), TimeUnit.MILLISECONDS)
			.execute(() -> later.complete(null));
		later.get();
		assertThat(this.wakeUps).hasValue(0);
	}

	/** Reads until there is nothing more. */
	private int taken() throws InterruptedException {
		int taken = 0;
		while (this.stream.hasNextAvailable()) {
			this.stream.nextAvailable();
			taken++;
		}
		return taken;
	}

	private static final class Log implements BlockingStream<TrackedEventMessage<?>> {

		private final BlockingQueue<TrackedEventMessage<?>> events = new LinkedBlockingQueue<>();

		private @Nullable Runnable callback;

		void append(int count) {
			appendUnnoticed(count);
			if (this.callback != null) {
				this.callback.run();
			}
		}

		void appendUnnoticed(int count) {
			for (int i = 0; i < count; i++) {
				this.events.add(new GenericTrackedEventMessage<>(new GlobalSequenceTrackingToken(i),
						GenericEventMessage.asEventMessage("an event")));
			}
		}

		@Override
		public Optional<TrackedEventMessage<?>> peek() {
			return Optional.ofNullable(this.events.peek());
		}

		@Override
		public boolean hasNextAvailable(int timeout, TimeUnit unit) {
			return !this.events.isEmpty();
		}

		@Override
		public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
			return this.events.take();
		}

		@Override
		public boolean setOnAvailableCallback(Runnable action) {
			this.callback = action;
			return true;
		}

		@Override
		public void close() {
			// Nothing is open
		}

	}

}
