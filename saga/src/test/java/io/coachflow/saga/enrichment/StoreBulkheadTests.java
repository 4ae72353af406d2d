package io.coachflow.saga.enrichment;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

@Timeout(30)
class StoreBulkheadTests {

	private static final int TURNS = 8;

	private final StoreBulkhead gate = new StoreBulkhead();

	@Test
	void letsEightThroughAtATimeAndTheOthersAfterThem() {
		AtomicInteger inside = new AtomicInteger();
		AtomicInteger done = new AtomicInteger();
		CountDownLatch goOn = new CountDownLatch(1);
		try (ExecutorService jobs = Executors.newVirtualThreadPerTaskExecutor()) {
			for (int job = 0; job < 3 * TURNS; job++) {
				jobs.submit(() -> this.gate.through(() -> {
					assertThat(inside.incrementAndGet()).isLessThanOrEqualTo(TURNS);
					awaitOpening(goOn);
					inside.decrementAndGet();
					return done.incrementAndGet();
				}));
			}
			await().until(() -> inside.get() == TURNS);

			goOn.countDown();

			await().until(() -> done.get() == 3 * TURNS);
		}
	}

	@Test
	void aFailureGivesItsTurnBack() {
		for (int attempt = 0; attempt < 2 * TURNS; attempt++) {
			assertThatIllegalStateException().isThrownBy(() -> this.gate.through(() -> {
				throw new IllegalStateException("The log is away");
			}));
		}

		assertThat(this.gate.<String>through(() -> "through")).isEqualTo("through");
	}

	@Test
	void anInterruptDoesNotOpenIt() {
		Thread.currentThread().interrupt();

		assertThat(this.gate.<String>through(() -> "through")).isEqualTo("through");
		assertThat(Thread.interrupted()).isTrue();
	}

	private static void awaitOpening(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
