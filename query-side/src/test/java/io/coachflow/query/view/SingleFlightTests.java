package io.coachflow.query.view;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

@Timeout(20)
class SingleFlightTests {

	private final SingleFlight<String, Integer> flights = new SingleFlight<>();

	private final ExecutorService callers = Executors.newCachedThreadPool();

	private final AtomicInteger calls = new AtomicInteger();

	private final CountDownLatch gate = new CountDownLatch(1);

	@AfterEach
	void close() {
		this.gate.countDown();
		this.callers.close();
	}

	@Test
	void whoeverAsksMeanwhileGetsTheSame() throws Exception {
		List<Future<Integer>> answers = ask("a", this::counted);
		this.gate.countDown();

		for (Future<Integer> answer : answers) {
			assertThat(answer.get()).isEqualTo(1);
		}
	}

	@Test
	void theNextWhoAsksGetsItAnew() {
		this.gate.countDown();

		assertThat(this.flights.get("a", this::counted)).isEqualTo(1);
		assertThat(this.flights.get("a", this::counted)).isEqualTo(2);
	}

	@Test
	void aKeyWaitsForNoOther() {
		ask("a", this::counted);

		for (int i = 0; i < 1_000; i++) {
			int key = i;
			assertThat(this.flights.get("b" + key, () -> key)).isEqualTo(key);
		}
	}

	@Test
	void aFailureIsToldToAllWhoWaitAndForgotten() {
		IllegalStateException failure = new IllegalStateException("The log is away");
		List<Future<Integer>> answers = ask("a", () -> {
			counted();
			throw failure;
		});
		this.gate.countDown();

		assertThat(answers)
			.allSatisfy((answer) -> assertThatExceptionOfType(ExecutionException.class).isThrownBy(answer::get)
				.withCause(failure));
		assertThat(this.flights.get("a", () -> 7)).isEqualTo(7);
		assertThatIllegalStateException().isThrownBy(() -> this.flights.get("a", () -> {
			throw failure;
		})).isSameAs(failure);
	}

	@Test
	void anErrorLeavesNobodyWaiting() {
		List<Future<Integer>> answers = ask("a", () -> {
			counted();
			throw new StackOverflowError();
		});
		this.gate.countDown();

		assertThat(answers).allSatisfy((answer) -> assertThatExceptionOfType(ExecutionException.class)
			.isThrownBy(() -> answer.get(10, TimeUnit.SECONDS))
			.havingRootCause()
			.isInstanceOf(StackOverflowError.class));
		assertThat(this.flights.get("a", () -> 7)).isEqualTo(7);
	}

	/** Starts ten callers; the first one works until the gate opens. */
	private List<Future<Integer>> ask(String key, Supplier<Integer> work) {
		List<Future<Integer>> answers = new ArrayList<>();
		answers.add(this.callers.submit(() -> this.flights.get(key, work)));
		await().until(() -> this.calls.get() == 1);
		AtomicInteger asking = new AtomicInteger();
		for (int i = 0; i < 9; i++) {
			answers.add(this.callers.submit(() -> {
				asking.incrementAndGet();
				return this.flights.get(key, work);
			}));
		}
		await().until(() -> asking.get() == 9);
		await().pollDelay(50, TimeUnit.MILLISECONDS).until(() -> true);
		return answers;
	}

	private int counted() {
		int call = this.calls.incrementAndGet();
		try {
			this.gate.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
		return call;
	}

}
