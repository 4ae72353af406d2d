package io.coachflow.app.e2e;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.coachflow.app.e2e.Caller.Answer;
import io.coachflow.contracts.enrichment.PackageIds;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Once a deletion is told, nothing of the session leaves the house: one node answers
 * people and asks a model for the coach, another one runs the agents.
 */
class DeletionE2E {

	private static final String ANSWER = "In five years we run 3 restaurants in Dakar and serve 40,000 guests a year.";

	/** For what was sent before and is counted after, on a machine that does more. */
	private static final Duration ON_ITS_WAY = Duration.ofMillis(250);

	private static FailingProvider provider;

	private static RunningCoachflow front;

	private static RunningCoachflow back;

	private static Caller demo;

	@BeforeAll
	static void start() throws Exception {
		provider = new FailingProvider();
		Map<String, String> settings = Map.of("coachflow.ai.provider", "openai", "coachflow.ai.base-url",
				"http://127.0.0.1:" + provider.port() + "/v1", "coachflow.ai.api-key", "none", "coachflow.ai.model",
				"tiny", "coachflow.coach.model-budget", "PT20S", "coachflow.enrichment.first-delay", "PT0.5S");
		front = RunningCoachflow.start(with(settings, "coachflow.roles", "api,projections"));
		back = RunningCoachflow.start(with(settings, "coachflow.roles", "enrichment", "spring.profiles.active", "prod",
				"spring.datasource.url",
				"jdbc:postgresql://127.0.0.1:" + front.setting("coachflow.local.postgres-port") + "/coachflow",
				"spring.datasource.username", "coachflow", "spring.datasource.password", "coachflow",
				"spring.data.redis.url", "redis://127.0.0.1:" + front.setting("coachflow.local.redis-port"),
				"spring.security.oauth2.resourceserver.jwt.issuer-uri", "http://localhost:" + front.port(),
				"spring.security.oauth2.resourceserver.jwt.jwk-set-uri",
				"http://localhost:" + front.port() + "/oauth2/jwks"));
		demo = front.demo();
	}

	@AfterAll
	static void stop() throws Exception {
		back.close();
		provider.close();
		PublishedSchemas.assertKeptByAndStop(front);
	}

	@BeforeEach
	void forget() {
		provider.refuse("");
	}

	@Test
	void noCallLeavesAfterADeletionIsTold() throws Exception {
		Map<String, Long> told = new LinkedHashMap<>();
		for (int i = 0; i < 6; i++) {
			String business = "Teranga " + UUID.randomUUID();
			String session = completed(business);
			int calls = 5 + i;
			await().atMost(Duration.ofSeconds(20)).until(() -> provider.asked(business).size() >= calls);

			delete(session);
			told.put(business, System.nanoTime());
		}

		awaitNothingLeft();
		told.forEach((business, at) -> assertThat(provider.asked(business))
			.filteredOn((it) -> it.at() - at > ON_ITS_WAY.toNanos())
			.as("calls that left after the deletion was told")
			.isEmpty());
	}

	@Test
	void whatWaitsToBeTriedAgainEndsWithItsSession() throws Exception {
		provider.refuse("Retry-After: 240\r\n");
		String business = "Teranga " + UUID.randomUUID();
		String session = completed(business);
		await().atMost(Duration.ofSeconds(20)).until(() -> count(session, "agent-delayed") == 5);

		delete(session);

		awaitNothingLeft();
		assertThat(provider.asked(business)).filteredOn((it) -> it.body().contains("inferred_fields")).hasSize(5);
		assertThat(count(session, "agent-failed")).isEqualTo(5);
		assertThat(count(session, "completed")).isEqualTo(1);
	}

	@Test
	void callsUnderWayAreCutOffOnWhicheverNode() throws Exception {
		String session = answeredUpToTheLast("Teranga " + UUID.randomUUID());
		demo.step(session, ANSWER + " offre");
		provider.hang();
		await().atMost(Duration.ofSeconds(20)).until(() -> provider.waiting() == 5);

		delete(session);

		await().atMost(Duration.ofSeconds(5)).until(() -> provider.waiting() == 0);
		awaitNothingLeft();
		assertThat(count(session, "agent-succeeded")).isZero();
	}

	@Test
	void theCoachIsCutOffToo() throws Exception {
		String session = demo.startedSession();
		provider.hang();
		try (ExecutorService caller = Executors.newVirtualThreadPerTaskExecutor()) {
			Future<Answer> step = caller.submit(() -> demo.step(session, ANSWER));
			await().atMost(Duration.ofSeconds(10)).until(() -> provider.waiting() == 1);

			delete(session);

			await().atMost(Duration.ofSeconds(5)).until(() -> provider.waiting() == 0);
			assertThat(step.get().status()).isEqualTo(404);
		}
		assertThat(demo.session(session).status()).isEqualTo(404);
	}

	private static void delete(String session) {
		assertThat(demo.delete(Caller.COACHING + "/session/" + session).status()).isEqualTo(204);
	}

	private static String completed(String business) {
		String session = answeredUpToTheLast(business);
		demo.step(session, ANSWER + " offre");
		return session;
	}

	private static String answeredUpToTheLast(String business) {
		String session = demo.start(Map.of("business_name", business, "sector", "restaurant")).field("session_id");
		for (int i = 0; i < 4; i++) {
			assertThat(demo.step(session, ANSWER + " " + i).status()).isEqualTo(200);
		}
		return session;
	}

	private static void awaitNothingLeft() {
		await().atMost(Duration.ofSeconds(15))
			.until(() -> number("SELECT (SELECT count(*) FROM scheduled_tasks) + (SELECT count(*) FROM saga_entry)"
					+ " + (SELECT count(*) FROM model_reservation)") == 0);
	}

	private static long count(String session, String event) throws SQLException {
		return number("SELECT count(*) FROM event_log WHERE aggregate_id = '" + PackageIds.of(session)
				+ "' AND event_name = 'io.coachflow.package." + event + "'");
	}

	private static long number(String sql) throws SQLException {
		try (Connection connection = front.database();
				Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery(sql)) {
			row.next();
			return row.getLong(1);
		}
	}

	private static Map<String, String> with(Map<String, String> settings, String... more) {
		Map<String, String> all = new LinkedHashMap<>(settings);
		List<String> pairs = new ArrayList<>(List.of(more));
		while (!pairs.isEmpty()) {
			all.put(pairs.removeFirst(), pairs.removeFirst());
		}
		return all;
	}

}
