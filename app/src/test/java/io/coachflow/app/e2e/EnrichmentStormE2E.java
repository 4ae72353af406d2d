package io.coachflow.app.e2e;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import io.coachflow.contracts.enrichment.PackageIds;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The application is killed at any moment of enrichment and started again: each package
 * completes, and no agent's result stands twice. Seeds:
 * {@code -Dcoachflow.enrichment.seeds}, 3 by default.
 */
@Order(LongClasses.FIRST)
class EnrichmentStormE2E {

	private static final int SEEDS = Integer.getInteger("coachflow.enrichment.seeds", 2);

	private static final int SESSIONS = 4;

	@Test
	void whateverIsKilledEachPackageCompletesOnce() throws Exception {
		try (RunningCoachflow coachflow = RunningCoachflow.start(Map.of("coachflow.test.rehearsed", "true",
				"coachflow.enrichment.heartbeat", "PT0.3S", "coachflow.enrichment.polling", "PT0.2S"))) {
			for (int seed = 1; seed <= SEEDS; seed++) {
				Random random = new Random(seed);
				List<String> sessions = new ArrayList<>();
				for (int i = 0; i < SESSIONS; i++) {
					sessions.add(completed(coachflow.demo(), "[all " + random.nextInt(700) + "]"));
				}
				Thread.sleep(random.nextInt(1_200));

				coachflow.kill();
				coachflow.startAgain(Map.of());

				for (String session : sessions) {
					assertCompletesOnce(coachflow, session, seed);
				}
			}
			await().atMost(Duration.ofSeconds(20))
				.until(() -> counts(coachflow, "SELECT 'jobs', count(*) FROM scheduled_tasks").get("jobs") == 0);
		}
	}

	private static void assertCompletesOnce(RunningCoachflow coachflow, String session, int seed) {
		String events = "SELECT event_name || coalesce(' ' || (convert_from(payload, 'UTF8')::json ->> 'agent'), ''), count(*)"
				+ " FROM event_log WHERE aggregate_id = '" + PackageIds.of(session)
				+ "' AND event_name NOT LIKE '%agent-started' AND event_name NOT LIKE '%result-ignored' GROUP BY 1";
		Map<String, Long> once = new TreeMap<>(
				Map.of("io.coachflow.package.requested", 1L, "io.coachflow.package.completed", 1L));
		List.of("research", "content", "logo", "seo", "template")
			.forEach((agent) -> once.put("io.coachflow.package.agent-succeeded " + agent, 1L));
		await().atMost(Duration.ofSeconds(60))
			.untilAsserted(() -> assertThat(counts(coachflow, events)).as("seed %s", seed).isEqualTo(once));
	}

	private static Map<String, Long> counts(RunningCoachflow coachflow, String sql) throws SQLException {
		Map<String, Long> counts = new TreeMap<>();
		try (Connection connection = coachflow.database();
				Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery(sql)) {
			while (row.next()) {
				counts.put(row.getString(1), row.getLong(2));
			}
		}
		return counts;
	}

	private static String completed(Caller demo, String vision) {
		String session = demo.startedSession();
		demo.step(session, vision);
		CoachingSessionE2E.STEPS.subList(1, 5).forEach((step) -> demo.step(session, "Answer to " + step));
		return session;
	}

}
