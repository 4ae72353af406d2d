package io.coachflow.eventlog.postgres;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AppendQueueTests {

	private static final long SLOW = Duration.ofSeconds(1).toNanos();

	/** How often a queue that waits asked whether to go on. */
	private final AtomicInteger waits = new AtomicInteger();

	@Test
	void appendsGatherForTwoMillisecondsWhileCoresAreBusy() throws InterruptedException {
		long begun = System.nanoTime();

		linger(new AppendQueue(() -> true), 3);

		assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(Duration.ofMillis(2));
		// Half a millisecond each
		assertThat(this.waits.get()).isBetween(1, 4);
	}

	@Test
	void whereACoreIsFreeNobodyWaits() throws InterruptedException {
		linger(new AppendQueue(() -> false), 512);

		assertThat(this.waits).hasValue(0);
	}

	@Test
	void oneCallerOrTwoNeverWait() throws InterruptedException {
		linger(new AppendQueue(() -> {
			throw new AssertionError("Nobody need know");
		}), 2);

		assertThat(this.waits).hasValue(0);
	}

	private void linger(AppendQueue queue, int batchSize) throws InterruptedException {
		queue.linger(batchSize, SLOW, () -> {
			this.waits.incrementAndGet();
			return false;
		});
	}

}
