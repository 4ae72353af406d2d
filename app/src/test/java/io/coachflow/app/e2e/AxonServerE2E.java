package io.coachflow.app.e2e;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

import io.coachflow.app.AxonServerStandIn;
import io.coachflow.app.TestAxonServer;
import io.coachflow.app.e2e.Caller.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Two nodes behind one Axon Server.
 */
@Order(LongClasses.FIRST)
class AxonServerE2E {

	private static TestAxonServer axonServer;

	private static RunningCoachflow first;

	private static RunningCoachflow second;

	private static List<Caller> nodes;

	@BeforeAll
	static void start() throws Exception {
		axonServer = TestAxonServer.start();
		first = RunningCoachflow
			.start(Map.of("axon.axonserver.enabled", "true", "axon.axonserver.servers", axonServer.address()));
		second = RunningCoachflow.start(secondNode(true));
		Caller demo = first.demo();
		nodes = List.of(demo, second.stranger().with(demo.token()));
	}

	@AfterAll
	static void stop() throws Exception {
		second.close();
		first.close();
		axonServer.close();
	}

	@Test
	void aSessionGoesOnFromNodeToNode() throws Exception {
		String session = nodes.get(0).startedSession();
		for (int i = 0; i < CoachingSessionE2E.STEPS.size(); i++) {
			Answer answer = nodes.get((i + 1) % 2).step(session, "Answer " + i);
			assertThat(answer.status()).as("%s", answer).isEqualTo(200);
			Answer read = nodes.get(i % 2).get(Caller.COACHING + "/session/" + session);
			assertThat(read.field("sequence")).isEqualTo(answer.field("sequence"));
		}
		nodes.get(0).complete(session);
		for (Caller node : nodes) {
			await().until(() -> node.complete(session).json().at("/package/status").asString().equals("complete"));
		}
		assertThat(nodes.get(0).complete(session).text()).isEqualTo(nodes.get(1).complete(session).text());
		assertListed(session);
		assertThat(EventLogReader.count(first)).isZero();
		Caller auditor = first.caller("auditor", "coaching:audit");
		Answer verified = auditor.get("/api/v1/audit/sessions/" + session + "/verify");
		assertThat(verified.json().get("valid").asBoolean()).as("%s", verified).isTrue();
		assertThat(verified.json().get("events").asInt()).isEqualTo(CoachingSessionE2E.STEPS.size() + 2);
		if (axonServer.standIn().isPresent()) {
			// Another one's log may hold events that nobody has sealed
			Answer log = auditor.get("/api/v1/audit/verify");
			assertThat(log.json().get("valid").asBoolean()).as("%s", log).isTrue();
		}
	}

	@Test
	void oneAnswerToAStepIsAcceptedOnBothNodesTogether() throws Exception {
		for (int round = 0; round < 5; round++) {
			String session = nodes.get(round % 2).startedSession();

			List<Answer> answers = onBothNodes(session);

			assertThat(answers).filteredOn((answer) -> answer.status() == 200).hasSize(1);
			assertThat(answers).filteredOn((answer) -> answer.status() != 200)
				.allSatisfy((answer) -> assertThat(answer.status()).as("%s", answer).isIn(400, 409));
		}
	}

	@Test
	void consumersPageThroughTheStreamFromItsVeryFirstEvent() {
		nodes.get(0).startedSession();
		nodes.get(0).startedSession();
		Caller consumer = first.caller("consumer", "coaching:events");
		Set<String> seen = new HashSet<>();
		String cursor = "";
		for (int i = 0; i < 2; i++) {
			Answer page = consumer.get("/api/v1/events?limit=1&wait=5&after=" + cursor);
			assertThat(page.json()).as("%s", page).hasSize(1);
			assertThat(seen.add(page.json().at("/0/id").asString())).as("%s", page).isTrue();
			cursor = page.header("Next-Cursor");
		}
	}

	@Test
	void refusalsAreTheSameAsOnPostgres() {
		String session = nodes.get(0).startedSession();

		for (Caller node : nodes) {
			assertThat(node.step(UUID.randomUUID().toString(), "An answer").field("error"))
				.isEqualTo("SESSION_NOT_FOUND");
			assertThat(node.complete(session).field("error")).isEqualTo("INVALID_STEP");
		}
	}

	@Test
	void startUpSaysWhatIsAbsent() throws Exception {
		assertThat(first.output()).contains("Axon Server at " + axonServer.address(),
				"What only PostgreSQL gives is absent");
	}

	@Test
	void whileAxonServerIsAwayCallersHear503InTime() throws Exception {
		Assumptions.assumeTrue(axonServer.standIn().isPresent(), "stops the stand-in");
		AxonServerStandIn standIn = axonServer.standIn().orElseThrow();
		String session = nodes.get(0).startedSession();

		standIn.close();
		try {
			for (Caller node : nodes) {
				assertUnavailable(node.step(session, "An answer"));
				assertUnavailable(node.start(Map.of()));
			}
			assertThat(first.stranger().get("/actuator/health/readiness").status()).isEqualTo(503);
			assertThat(first.stranger().get("/actuator/health/liveness").status()).isEqualTo(200);
		}
		finally {
			standIn.restart();
		}

		for (Caller node : nodes) {
			awaitAccepted(node, session);
		}
		assertListed(session);
		assertThat(first.stranger().get("/actuator/health/readiness").status()).isEqualTo(200);
	}

	@Test
	void aNodeOnAnotherLogThanItsDatabaseFollowsRefusesToStart() throws Exception {
		assertRefused(secondNode(false), "choose PostgreSQL", "axon.axonserver.enabled=true");
		first.execute("UPDATE event_log_engine SET engine = 'postgresql'");
		try {
			assertRefused(secondNode(true), "choose Axon Server", "axon.axonserver.enabled=false");
		}
		finally {
			first.execute("UPDATE event_log_engine SET engine = 'axonserver'");
		}
	}

	private static void assertRefused(Map<String, String> settings, String... texts) throws Exception {
		try (RunningCoachflow refused = RunningCoachflow.startInVain(settings)) {
			assertThat(refused.exitCode()).isNotZero();
			assertThat(refused.output()).contains("APPLICATION FAILED TO START", "event_log_engine", "docs/deploy.md")
				.contains(texts);
		}
	}

	private static Map<String, String> secondNode(boolean onAxonServer) {
		Map<String, String> settings = new HashMap<>(Map.of("spring.profiles.active", "prod", "spring.datasource.url",
				"jdbc:postgresql://127.0.0.1:" + first.setting("coachflow.local.postgres-port") + "/coachflow",
				"spring.datasource.username", "coachflow", "spring.datasource.password", "coachflow",
				"spring.data.redis.url", "redis://127.0.0.1:" + first.setting("coachflow.local.redis-port"),
				"spring.security.oauth2.resourceserver.jwt.issuer-uri", "http://localhost:" + first.port(),
				"spring.security.oauth2.resourceserver.jwt.jwk-set-uri",
				"http://localhost:" + first.port() + "/oauth2/jwks"));
		settings.put("axon.axonserver.enabled", Boolean.toString(onAxonServer));
		settings.put("axon.axonserver.servers", axonServer.address());
		return settings;
	}

	private static void assertUnavailable(Answer answer) {
		assertThat(answer.status()).as("%s", answer).isEqualTo(503);
		assertThat(answer.field("error")).isEqualTo("SERVICE_UNAVAILABLE");
		assertThat(answer.header("Retry-After")).isNotEmpty();
		assertThat(answer.took()).isLessThan(Duration.ofSeconds(5));
	}

	private static void awaitAccepted(Caller node, String session) throws InterruptedException {
		Answer answer = node.step(session, "An answer");
		for (int i = 0; i < 100 && answer.status() != 200; i++) {
			Thread.sleep(200);
			answer = node.step(session, "An answer");
		}
		assertThat(answer.status()).as("%s", answer).isEqualTo(200);
	}

	private static void assertListed(String session) throws InterruptedException {
		for (Caller node : nodes) {
			String list = "";
			for (int i = 0; i < 100 && !list.contains(session); i++) {
				list = node.get(Caller.COACHING + "/sessions").text();
				Thread.sleep(100);
			}
			assertThat(list).contains(session);
		}
	}

	private static List<Answer> onBothNodes(String session) throws InterruptedException {
		ConcurrentLinkedQueue<Answer> answers = new ConcurrentLinkedQueue<>();
		List<Thread> threads = IntStream.range(0, 8)
			.mapToObj((i) -> Thread.ofVirtual()
				.start(() -> answers.add(nodes.get(i % 2)
					.post(Caller.COACHING + "/step",
							Map.of("session_id", session, "user_response", "An answer", "step", "vision")))))
			.toList();
		for (Thread thread : threads) {
			thread.join();
		}
		return new ArrayList<>(answers);
	}

}
