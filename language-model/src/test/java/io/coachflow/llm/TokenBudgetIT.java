package io.coachflow.llm;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import io.coachflow.contracts.enrichment.AgentFault;
import io.coachflow.llm.TokenBudget.Reservation;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Reserved and used tokens in a real PostgreSQL.
 */
class TokenBudgetIT {

	private static final Duration MINUTE = Duration.ofMinutes(1);

	@Test
	void aSessionUsesItsTokensAndNoMore() {
		try (ModelFixture node = node(100, 10_000, someDay())) {
			node.budget.settle(node.budget.reserve(node.session, 60, MINUTE, MINUTE), 70);

			node.budget.settle(node.budget.reserve(node.session, 30, MINUTE, MINUTE), 0);
			refused(node, node.session, 31);
			assertThat(node.used()).isEqualTo(70);
			assertThat(node.budget.reserve("another", 100, MINUTE, MINUTE)).isNotNull();
		}
	}

	@Test
	void aDayUsesItsTokensAndTheNextHasItsOwn() {
		Instant day = someDay();
		try (ModelFixture today = node(1000, 100, day);
				ModelFixture tomorrow = node(1000, 100, day.plus(Duration.ofDays(1)))) {
			today.budget.settle(today.budget.reserve(today.session, 100, MINUTE, MINUTE), 100);

			refused(today, tomorrow.session, 1);
			assertThat(tomorrow.budget.reserve(tomorrow.session, 100, MINUTE, MINUTE)).isNotNull();
		}
	}

	@Test
	void whatIsSetAsideCountsUntilItExpires() {
		Instant now = someDay();
		try (ModelFixture node = node(100, 10_000, now);
				ModelFixture later = node(100, 10_000, now.plus(Duration.ofMinutes(1)))) {
			Reservation lost = node.budget.reserve(node.session, 100, MINUTE, MINUTE);

			refused(node, node.session, 1);
			later.budget.reserve(node.session, 60, MINUTE, MINUTE);
			// The node was slow, not dead: what it used counts all the same
			node.budget.settle(lost, 90);
			assertThat(node.used()).isEqualTo(90);
		}
	}

	@Test
	void manyAtOnceDoNotTakeMoreThanThereIs() throws Exception {
		try (ModelFixture one = node(1000, 50, someDay()); ExecutorService callers = Executors.newFixedThreadPool(16)) {
			Callable<Boolean> reserving = () -> {
				try {
					one.budget.reserve(UUID.randomUUID().toString(), 10, MINUTE, MINUTE);
					return true;
				}
				catch (ModelException _) {
					return false;
				}
			};
			List<Future<Boolean>> reserved = callers
				.invokeAll(IntStream.range(0, 40).mapToObj((_) -> reserving).toList());

			assertThat(reserved.stream().filter((each) -> each.resultNow())).hasSize(5);
		}
	}

	private static ModelFixture node(long perSession, long perDay, Instant now) {
		return new ModelFixture(1, 1, perSession, perDay, now);
	}

	/** A day of its own, so that tests do not share its tokens. */
	private static Instant someDay() {
		return ModelFixture.NOW.plus(Duration.ofDays(Math.floorMod(UUID.randomUUID().hashCode(), 1_000_000)));
	}

	private static void refused(ModelFixture node, String session, long tokens) {
		assertThatExceptionOfType(ModelException.class)
			.isThrownBy(() -> node.budget.reserve(session, tokens, MINUTE, MINUTE))
			.satisfies((ex) -> assertThat(ex.kind()).isEqualTo(AgentFault.Kind.BUDGET_EXHAUSTED))
			.satisfies((ex) -> assertThat(ex.isRetryable()).isFalse());
	}

}
