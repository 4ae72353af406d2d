package io.coachflow.llm;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.coachflow.contracts.enrichment.AgentFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Providers that hang, trickle or never end: every call ends in time, closes its
 * connection and frees its place. The limits are 0.8 seconds for the first token and 3
 * for everything.
 */
@Timeout(30)
class SlowProviderIT {

	private static final long FOR_EVER = 60_000;

	@Test
	void aProviderThatHangsBeforeTheHeadersIsLeft() throws Exception {
		expectTimeout((_) -> Thread.sleep(FOR_EVER), Duration.ofMillis(700), Duration.ofMillis(1800));
	}

	@Test
	void aProviderThatHangsAfterTheHeadersIsLeft() throws Exception {
		expectTimeout((out) -> {
			SlowProvider.send(out, SlowProvider.HEADERS + ": thinking\n\n");
			Thread.sleep(FOR_EVER);
		}, Duration.ofMillis(700), Duration.ofMillis(1800));
	}

	@Test
	void aSlowTrickleEndsWithTheDeadline() throws Exception {
		expectTimeout((out) -> {
			SlowProvider.send(out, SlowProvider.HEADERS);
			while (true) {
				SlowProvider.send(out, Streams.piece("x"));
				Thread.sleep(100);
			}
		}, Duration.ofMillis(2900), Duration.ofMillis(4000));
	}

	@Test
	void anEndlessAnswerEndsWithItsSize() throws Exception {
		try (SlowProvider provider = new SlowProvider((out) -> {
			SlowProvider.send(out, SlowProvider.HEADERS);
			while (true) {
				SlowProvider.send(out, Streams.piece("{\"a\": 1, ".repeat(100)));
			}
		}); ModelFixture fixture = ModelFixture.on(provider.port())) {
			ModelException failure = failure(fixture);

			assertThat(failure.kind()).isEqualTo(AgentFault.Kind.INVALID_OUTPUT);
			assertThat(provider.noticesTheEndWithin(2)).isTrue();
			assertThat(provider.asked()).isEqualTo(2);
		}
	}

	@Test
	void anEndlessLineEndsWithItsSize() throws Exception {
		try (SlowProvider provider = new SlowProvider((out) -> {
			SlowProvider.send(out, SlowProvider.HEADERS + "data: ");
			while (true) {
				SlowProvider.send(out, "x".repeat(1000));
			}
		}); ModelFixture fixture = ModelFixture.on(provider.port())) {
			assertThat(failure(fixture).kind()).isEqualTo(AgentFault.Kind.UNAVAILABLE);
			assertThat(provider.noticesTheEndWithin(2)).isTrue();
		}
	}

	@Test
	void anAnswerThatBreaksOffIsNone() throws Exception {
		try (SlowProvider provider = new SlowProvider((out) -> SlowProvider.send(out,
				"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nContent-Length: 5000\r\n\r\n"
						+ Streams.piece("{\"shop_name\": \"")));
				ModelFixture fixture = ModelFixture.on(provider.port())) {
			assertThat(failure(fixture).kind()).isEqualTo(AgentFault.Kind.UNAVAILABLE);
			assertThat(fixture.used()).as("tokens of a failed call count as well").isPositive();
		}
	}

	@Test
	void aProviderThatKeepsTheConnectionOpenAfterTheLastEventIsNotWaitedFor() throws Exception {
		try (SlowProvider provider = new SlowProvider((out) -> {
			SlowProvider.send(out, SlowProvider.HEADERS + Streams.of(Bakery.JSON));
			Thread.sleep(FOR_EVER);
		}); ModelFixture fixture = ModelFixture.on(provider.port())) {
			assertThat(fixture.model.ask(fixture.question()).latencyMs()).isLessThan(1000);
			assertThat(provider.noticesTheEndWithin(2)).isTrue();
		}
	}

	@Test
	void anInterruptCancelsTheCallAndFreesItsPlace() throws Exception {
		try (SlowProvider provider = new SlowProvider((_) -> Thread.sleep(FOR_EVER));
				ModelFixture fixture = new ModelFixture(provider.port(), 1, 1_000_000, 1_000_000_000)) {
			FutureTask<ModelException> asking = new FutureTask<>(() -> failure(fixture));
			Thread thread = Thread.ofVirtual().start(asking);
			while (provider.asked() == 0) {
				Thread.sleep(5);
			}
			thread.interrupt();

			assertThat(asking.get(500, TimeUnit.MILLISECONDS).kind()).isEqualTo(AgentFault.Kind.INTERNAL);
			assertThat(provider.noticesTheEndWithin(2)).isTrue();
			assertThat(fixture.reserved()).isZero();
			// It hangs again, but it was asked: the place was free
			failure(fixture);
			assertThat(provider.asked()).isEqualTo(2);
		}
	}

	@Test
	void aSessionThatIsGoneIsNotAskedAbout() throws Exception {
		try (SlowProvider provider = new SlowProvider((_) -> Thread.sleep(FOR_EVER));
				ModelFixture fixture = ModelFixture.on(provider.port())) {
			fixture.sessions = (_) -> false;

			assertThat(failure(fixture)).isInstanceOf(SessionGoneException.class);
			assertThat(provider.asked()).isZero();
			assertThat(fixture.reserved()).isZero();
			assertThat(fixture.used()).isZero();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", SlowProvider.HEADERS + ": thinking\n\n" })
	void aCallAboutADeletedSessionIsCutOff(String begun) throws Exception {
		try (SlowProvider provider = new SlowProvider((out) -> {
			SlowProvider.send(out, begun);
			Thread.sleep(FOR_EVER);
		}); ModelFixture fixture = ModelFixture.on(provider.port())) {
			FutureTask<ModelException> asking = new FutureTask<>(() -> failure(fixture));
			Thread.ofVirtual().start(asking);
			while (provider.asked() == 0) {
				Thread.sleep(5);
			}

			fixture.calls.end(fixture.session);

			assertThat(asking.get()).isInstanceOf(SessionGoneException.class);
			assertThat(provider.noticesTheEndWithin(2)).isTrue();
			assertThat(fixture.reserved()).isZero();
		}
	}

	/** The session is deleted between its check and the call. */
	@Test
	void whoDeletesASessionWaitsForACallThatIsAboutToLeave() throws Exception {
		CountDownLatch looked = new CountDownLatch(1);
		CountDownLatch goOn = new CountDownLatch(1);
		try (SlowProvider provider = new SlowProvider((_) -> Thread.sleep(FOR_EVER));
				ModelFixture caller = ModelFixture.on(provider.port());
				ModelFixture otherNode = ModelFixture.on(provider.port())) {
			caller.sessions = (_) -> {
				looked.countDown();
				return await(goOn);
			};
			FutureTask<ModelException> asking = new FutureTask<>(() -> failure(caller));
			Thread.ofVirtual().start(asking);
			looked.await();
			FutureTask<Integer> deleting = new FutureTask<>(() -> {
				otherNode.calls.end(caller.session);
				return provider.asked();
			});
			Thread.ofVirtual().start(deleting);

			assertThatExceptionOfType(TimeoutException.class)
				.isThrownBy(() -> deleting.get(200, TimeUnit.MILLISECONDS));
			goOn.countDown();

			int askedWhenTold = deleting.get();
			assertThat(asking.get()).isNotNull();
			assertThat(provider.asked()).isEqualTo(askedWhenTold);
		}
	}

	/** A frozen node continues after the other nodes have stopped waiting for it. */
	@Test
	void aCallThatCouldNotLeaveInTimeDoesNotLeave() throws Exception {
		try (SlowProvider provider = new SlowProvider((_) -> Thread.sleep(FOR_EVER));
				ModelFixture frozen = ModelFixture.on(provider.port());
				ModelFixture otherNode = ModelFixture.on(provider.port())) {
			frozen.sessions = (_) -> {
				otherNode.calls.end(frozen.session);
				return true;
			};

			assertThat(failure(frozen).kind()).isEqualTo(AgentFault.Kind.UNAVAILABLE);
			assertThat(provider.asked()).isZero();
		}
	}

	@Test
	void whoFindsNoPlaceIsToldSoInTime() throws Exception {
		try (SlowProvider provider = new SlowProvider((_) -> Thread.sleep(FOR_EVER));
				ModelFixture fixture = new ModelFixture(provider.port(), 1, 1_000_000, 1_000_000_000)) {
			FutureTask<ModelException> asking = new FutureTask<>(() -> failure(fixture));
			Thread.ofVirtual().start(asking);
			while (provider.asked() == 0) {
				Thread.sleep(5);
			}
			ModelRequest<Bakery> question = fixture.question();
			ModelRequest<Bakery> impatient = new ModelRequest<>(question.purpose(), question.prompt(),
					question.answerType(), question.violations(), question.sessionId(), question.deadline(),
					Duration.ZERO, 300);
			long begun = System.nanoTime();

			assertThatExceptionOfType(ModelException.class).isThrownBy(() -> fixture.model.ask(impatient))
				.satisfies((ex) -> assertThat(ex.kind()).isEqualTo(AgentFault.Kind.RATE_LIMITED));
			assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMillis(300));
			assertThat(asking.get().kind()).isEqualTo(AgentFault.Kind.TIMEOUT);
		}
	}

	private static void expectTimeout(SlowProvider.Behaviour behaviour, Duration atLeast, Duration atMost)
			throws IOException, InterruptedException, ExecutionException {
		try (SlowProvider provider = new SlowProvider(behaviour);
				ModelFixture fixture = ModelFixture.on(provider.port())) {
			fixture.budget.settle(fixture.budget.reserve(fixture.session, 1, Duration.ofSeconds(1), Duration.ZERO), 0);
			long begun = System.nanoTime();
			ModelException failure = failure(fixture);
			Duration took = Duration.ofNanos(System.nanoTime() - begun);

			assertThat(failure.kind()).isEqualTo(AgentFault.Kind.TIMEOUT);
			assertThat(failure.isRetryable()).isTrue();
			assertThat(took).isBetween(atLeast, atMost);
			assertThat(provider.noticesTheEndWithin(2)).isTrue();
			assertThat(fixture.reserved()).isZero();
		}
	}

	private static boolean await(CountDownLatch latch) {
		try {
			return latch.await(20, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static ModelException failure(ModelFixture fixture) {
		try {
			fixture.model.ask(fixture.question());
		}
		catch (ModelException ex) {
			return ex;
		}
		throw new AssertionError("There was an answer");
	}

}
