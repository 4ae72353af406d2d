package io.coachflow.app.e2e;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import io.coachflow.app.e2e.Caller.Answer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Fifty clients at the same moment.
 */
@OnSharedCoachflow
class ConcurrencyE2E {

	private static final int CLIENTS = 50;

	private final RunningCoachflow coachflow;

	private final Caller demo;

	ConcurrencyE2E(RunningCoachflow coachflow) {
		this.coachflow = coachflow;
		this.demo = coachflow.demo();
	}

	@Test
	void oneOfFiftyAnswersToAStepIsAccepted() throws Exception {
		String session = this.demo.startedSession();

		List<Answer> answers = atOnce((client) -> answerVision(session, "Answer of client " + client));

		assertThat(answers).filteredOn((answer) -> answer.status() == 200).hasSize(1);
		assertThat(answers).filteredOn((answer) -> answer.status() != 200)
			.allSatisfy((answer) -> assertThat(answer.status()).isIn(400, 409));
		assertThat(EventLogReader.names(this.coachflow, session)).hasSize(2);
	}

	@Test
	void oneOfFiftyAnswersWithKeysOfTheirOwnIsAccepted() throws Exception {
		String session = this.demo.startedSession();

		List<Answer> answers = atOnce(
				(client) -> answerVision(session, "Answer of client " + client, "Idempotency-Key", session + client));

		assertThat(answers).filteredOn((answer) -> answer.status() == 200).hasSize(1);
		assertThat(EventLogReader.names(this.coachflow, session)).hasSize(2);
	}

	@Test
	void fiftyRepetitionsOfOneRequestGetOneAnswer() throws Exception {
		String session = this.demo.startedSession();

		List<Answer> answers = atOnce((_) -> answerVision(session, "The same answer", "Idempotency-Key", session));

		assertThat(answers).allSatisfy((answer) -> assertThat(answer.status()).isEqualTo(200));
		assertThat(answers).extracting(Answer::text).containsOnly(answers.getFirst().text());
		assertThat(answers).filteredOn((answer) -> answer.header("Idempotency-Replayed").isEmpty()).hasSize(1);
		assertThat(EventLogReader.names(this.coachflow, session)).hasSize(2);
	}

	@Test
	void fiftyStartsWithOneKeyMakeOneSession() throws Exception {
		String key = "start-" + System.nanoTime();

		List<Answer> answers = atOnce((_) -> this.demo.start(Map.of(), "Idempotency-Key", key));

		assertThat(answers).extracting(Answer::text).containsOnly(answers.getFirst().text());
		assertThat(EventLogReader.names(this.coachflow, answers.getFirst().field("session_id"))).hasSize(1);
	}

	private Answer answerVision(String session, String answer, String... headers) {
		return this.demo.post(Caller.COACHING + "/step",
				Map.of("session_id", session, "user_response", answer, "step", "vision"), headers);
	}

	private static List<Answer> atOnce(IntFunction<Answer> call) throws InterruptedException, ExecutionException {
		CountDownLatch go = new CountDownLatch(1);
		try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<Answer>> answers = IntStream.range(0, CLIENTS).mapToObj((client) -> clients.submit(() -> {
				go.await();
				return call.apply(client);
			})).toList();
			go.countDown();
			List<Answer> all = new ArrayList<>();
			for (Future<Answer> answer : answers) {
				all.add(answer.get());
			}
			return all;
		}
	}

}
