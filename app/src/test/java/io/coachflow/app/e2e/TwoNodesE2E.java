package io.coachflow.app.e2e;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.stream.IntStream;

import io.coachflow.app.e2e.Caller.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A second node, in the profile {@code prod}, on the database and the Redis of the first
 * and with the first as its issuer.
 */
@OnSharedCoachflow
class TwoNodesE2E {

	private static RunningCoachflow first;

	private static RunningCoachflow second;

	private static List<Caller> nodes;

	@BeforeAll
	static void start(RunningCoachflow shared) throws Exception {
		first = shared;
		second = RunningCoachflow.start(Map.of("spring.profiles.active", "prod", "spring.datasource.url",
				"jdbc:postgresql://127.0.0.1:" + first.setting("coachflow.local.postgres-port") + "/coachflow",
				"spring.datasource.username", "coachflow", "spring.datasource.password", "coachflow",
				"spring.data.redis.url", "redis://127.0.0.1:" + first.setting("coachflow.local.redis-port"),
				"spring.security.oauth2.resourceserver.jwt.issuer-uri", "http://localhost:" + first.port(),
				"spring.security.oauth2.resourceserver.jwt.jwk-set-uri",
				"http://localhost:" + first.port() + "/oauth2/jwks"));
		Caller demo = first.demo();
		nodes = List.of(demo, second.stranger().with(demo.token()));
	}

	@AfterAll
	static void stop() throws Exception {
		second.close();
	}

	@Test
	void productionHasNoIssuerAndChecksTheTokensOfTheOneItIsGiven() {
		assertThat(second.stranger()
			.send("POST", "/oauth2/token", "grant_type=client_credentials",
					Map.of("Content-Type", "application/x-www-form-urlencoded"))
			.status()).isEqualTo(401);
		assertThat(nodes.get(1).get(Caller.COACHING + "/sessions").status()).isEqualTo(200);
		assertThat(second.stranger()
			.with(first.caller("auditor", "coaching:audit").token())
			.get(Caller.COACHING + "/sessions")
			.status()).isEqualTo(403);
	}

	@Test
	void aSessionGoesOnFromNodeToNode() {
		String session = nodes.get(0).startedSession();
		for (int i = 0; i < CoachingSessionE2E.STEPS.size(); i++) {
			Answer answer = nodes.get((i + 1) % 2).step(session, "Answer " + i);
			assertThat(answer.status()).isEqualTo(200);
			String sequence = answer.field("sequence");
			Answer read = nodes.get(i % 2).get(Caller.COACHING + "/session/" + session);
			assertThat(read.field("sequence")).isEqualTo(sequence);
		}
		// The package is in the making
		assertThat(nodes.get(0).complete(session).json().get("answers"))
			.isEqualTo(nodes.get(1).complete(session).json().get("answers"));
	}

	@Test
	void aNodeThatRemembersAnOlderStateRefusesNothingBecauseOfIt() {
		String session = nodes.get(0).startedSession();
		nodes.get(0).step(session, "The vision");
		nodes.get(1).step(session, "The mission");

		Answer third = nodes.get(0)
			.post(Caller.COACHING + "/step",
					Map.of("session_id", session, "user_response", "The clientele", "step", "clientele"));
		assertThat(third.status()).isEqualTo(200);
		assertThat(nodes.get(1)
			.step(session, "The difference", "If-Match", "\"" + third.field("sequence") + "\"")
			.status()).isEqualTo(200);
		assertThat(nodes.get(0).complete(session).status()).isEqualTo(400);
		assertThat(nodes.get(1).step(session, "The offer").status()).isEqualTo(200);

		assertThat(nodes.get(0).complete(session).status()).isEqualTo(200);
	}

	@Test
	void oneAnswerToAStepIsAcceptedOnBothNodesTogether() throws Exception {
		for (int round = 0; round < 20; round++) {
			String session = nodes.get(round % 2).startedSession();

			List<Answer> answers = onBothNodes((node) -> node.post(Caller.COACHING + "/step",
					Map.of("session_id", session, "user_response", "An answer", "step", "vision")));

			assertThat(answers).filteredOn((answer) -> answer.status() == 200).hasSize(1);
			assertThat(answers).filteredOn((answer) -> answer.status() != 200)
				.allSatisfy((answer) -> assertThat(answer.status()).isIn(400, 409));
			assertThat(EventLogReader.names(first, session)).hasSize(2);
		}
	}

	@Test
	void oneKeyGetsOneAnswerOnBothNodesTogether() throws Exception {
		for (int round = 0; round < 20; round++) {
			String key = "two-nodes-" + System.nanoTime();

			List<Answer> started = onBothNodes((node) -> node.start(Map.of(), "Idempotency-Key", key));
			assertThat(started).extracting(Answer::text).containsOnly(started.getFirst().text());
			String session = started.getFirst().field("session_id");
			List<Answer> answered = onBothNodes(
					(node) -> node.step(session, "The same answer", "Idempotency-Key", key + "-step"));

			assertThat(answered).extracting(Answer::text).containsOnly(answered.getFirst().text());
			assertThat(EventLogReader.names(first, session)).hasSize(2);
		}
	}

	private static List<Answer> onBothNodes(Function<Caller, Answer> call) throws InterruptedException {
		ConcurrentLinkedQueue<Answer> answers = new ConcurrentLinkedQueue<>();
		List<Thread> threads = IntStream.range(0, 8)
			.mapToObj((i) -> Thread.ofVirtual().start(() -> answers.add(call.apply(nodes.get(i % 2)))))
			.toList();
		for (Thread thread : threads) {
			thread.join();
		}
		assertThat(answers).hasSize(8);
		return List.copyOf(answers);
	}

}
