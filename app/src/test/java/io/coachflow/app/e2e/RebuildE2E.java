package io.coachflow.app.e2e;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

import io.coachflow.app.e2e.Caller.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static io.coachflow.app.e2e.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Read models built again beside the live ones, while people write and read.
 */
class RebuildE2E {

	private static final String ADMIN = "/api/v1/admin";

	private static final String LIST_ROWS = "SELECT string_agg(l::text, E'\\n' ORDER BY session_id) FROM ";

	/** What the list says of a session, counted from the log alone. */
	private static final String FOLD = """
			SELECT string_agg(id || answered || phase || sequence, ' ' ORDER BY id) FROM (
			    SELECT aggregate_id AS id, count(*) FILTER (WHERE event_name LIKE '%.step-answered') AS answered,
			           CASE WHEN bool_or(event_name = 'io.coachflow.session.completed') THEN 'completed' ELSE 'live' END AS phase,
			           max(sequence_number) AS sequence
			    FROM event_log WHERE aggregate_type = 'CoachingSession' GROUP BY aggregate_id) AS fold""";

	private static RunningCoachflow coachflow;

	private static Caller demo;

	private static Caller admin;

	@BeforeAll
	static void start() throws Exception {
		coachflow = RunningCoachflow.start(Map.of());
		callers();
	}

	@AfterAll
	static void stop() throws Exception {
		coachflow.close();
	}

	private static void callers() {
		demo = coachflow.demo();
		admin = coachflow.caller("admin", "coaching:admin");
	}

	@Test
	void everyProjectionTellsHowFarItHasCome() {
		demo.startedSession();

		await().untilAsserted(() -> {
			JsonNode projections = admin.get(ADMIN + "/projections").json().get("projections");
			assertThat(projections.valueStream().map((it) -> it.get("name").asString())).contains("session-view",
					"session-list", "package-view", "enrichment");
			projections.forEach((it) -> {
				assertThat(it.get("lag_events").asLong()).as("%s", it).isZero();
				assertThat(it.get("position").asLong()).isEqualTo(it.get("head").asLong()).isPositive();
				assertThat(it.get("segments").asInt()).isEqualTo(2);
				assertThat(it.get("running_segments").asInt()).isEqualTo(2);
				assertThat(it.get("rebuildable").asBoolean())
					.isEqualTo(!it.get("name").asString().equals("enrichment"));
			});
		});
	}

	@Test
	void aRebuildUnderLoadEndsWithTheSameRowsAndNobodyMissesAnything() throws Exception {
		AtomicBoolean going = new AtomicBoolean(true);
		try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<Integer>> missed = new ArrayList<>();
			for (int i = 0; i < 4; i++) {
				missed.add(people.submit(() -> writeAndRead(going)));
			}
			try {
				rebuilt("session-list");
				assertThat(live("session-list")).isEqualTo("B");
				rebuilt("session-view");
			}
			finally {
				going.set(false);
			}
			for (Future<Integer> misses : missed) {
				assertThat(misses.get()).isZero();
			}
		}
		await().untilAsserted(
				() -> assertThat(text(LIST_ROWS + "session_list_b l")).isEqualTo(text(LIST_ROWS + "session_list l"))
					.isNotEmpty());
		assertThat(text("SELECT count(*) FROM session_list"))
			.isEqualTo(text("SELECT count(*) FROM event_log WHERE event_name = 'io.coachflow.session.started'"));
		assertThat(admin.post(ADMIN + "/projections/session-list/confirm", Map.of()).status()).isEqualTo(200);
		await().until(() -> text("SELECT count(*) FROM session_list").equals("0"));
		assertThat(demo.get(Caller.COACHING + "/sessions").json().get("sessions")).isNotEmpty();
		assertRefused(admin.post(ADMIN + "/projections/session-list/confirm", Map.of()), 409, "CONFLICT");

		// And back again, from the other slot
		rebuilt("session-list");
		assertThat(live("session-list")).isEqualTo("A");
		assertThat(admin.post(ADMIN + "/projections/session-list/rollback", Map.of()).json().get("state").asString())
			.isEqualTo("live");
		assertThat(live("session-list")).isEqualTo("B");
		assertThat(demo.get(Caller.COACHING + "/sessions").json().get("sessions")).isNotEmpty();
	}

	@Test
	void aKilledNodeGoesOnAndTheSecondToAskIsToldSo() throws Exception {
		String session = demo.startedSession();
		CoachingSessionE2E.STEPS.forEach((step) -> demo.step(session, "We cook in Dakar for " + step));
		await().until(() -> demo.complete(session).json().at("/package/status").asString().equals("complete"));
		String events = text("SELECT count(*) FROM event_log WHERE aggregate_type <> 'Guidance'");

		Answer first = admin.post(ADMIN + "/projections/package-view/rebuild", Map.of());
		Answer second = admin.post(ADMIN + "/projections/package-view/rebuild", Map.of());
		coachflow.kill();

		assertThat(first.status()).as("%s", first).isEqualTo(202);
		assertThat(first.header("Location")).endsWith(ADMIN + "/projections");
		assertRefused(second, 409, "CONFLICT");
		coachflow.startAgain(Map.of());
		callers();
		awaitSwitched("package-view");
		assertThat(text("SELECT string_agg(view::text, '' ORDER BY session_id) FROM package_view_b"))
			.isEqualTo(text("SELECT string_agg(view::text, '' ORDER BY session_id) FROM package_view"));
		assertThat(demo.get(Caller.COACHING + "/session/" + session + "/package").json().at("/status").asString())
			.isEqualTo("complete");
		// Nothing that happened happens again
		assertThat(text("SELECT count(*) FROM event_log WHERE aggregate_type <> 'Guidance'")).isEqualTo(events);
		assertThat(text("SELECT count(*) FROM scheduled_tasks")).isEqualTo("0");
		JsonNode actions = admin.get(ADMIN + "/actions").json().get("actions");
		assertThat(actions.valueStream()
			.filter((it) -> it.get("target").asString().equals("package-view"))
			.map((it) -> it.get("done_by").asString() + " " + it.get("outcome").asString()))
			.contains("admin accepted", "admin refused");
	}

	@Test
	void onlyOperatorsMayAndOnlyWhatBuildsAReadModel() {
		assertRefused(demo.get(ADMIN + "/projections"), 403, "FORBIDDEN");
		assertRefused(demo.post(ADMIN + "/projections/session-list/rebuild", Map.of()), 403, "FORBIDDEN");
		assertRefused(coachflow.stranger().get(ADMIN + "/dead-letters"), 401, "UNAUTHORIZED");
		assertRefused(admin.post(ADMIN + "/projections/enrichment/rebuild", Map.of()), 409, "CONFLICT");
		assertRefused(admin.post(ADMIN + "/projections/nothing/rebuild", Map.of()), 404, "NOT_FOUND");
		assertRefused(admin.get(ADMIN + "/actions?limit=0"), 400, "INVALID_REQUEST");
		assertRefused(admin.get(ADMIN + "/actions?cursor=x"), 400, "INVALID_REQUEST");
		assertRefused(admin.get(Caller.COACHING + "/sessions"), 403, "FORBIDDEN");
	}

	/**
	 * Starts sessions and looks for each in the list; counts those that are not there.
	 */
	private static int writeAndRead(AtomicBoolean going) {
		int missed = 0;
		while (going.get()) {
			String session = demo.startedSession();
			demo.step(session, "In 2031 we run 3 restaurants in Dakar.");
			boolean listed = demo.get(Caller.COACHING + "/sessions?limit=100").text().contains(session);
			boolean read = demo.session(session).json().get("sequence").asLong() == 1;
			missed += (listed && read) ? 0 : 1;
		}
		return missed;
	}

	private static void rebuilt(String projection) {
		Answer answer = admin.post(ADMIN + "/projections/" + projection + "/rebuild", Map.of());
		assertThat(answer.status()).as("%s", answer).isEqualTo(202);
		awaitSwitched(projection);
	}

	private static void awaitSwitched(String projection) {
		await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
			JsonNode view = projection(projection);
			assertThat(view.get("state").asString()).isEqualTo("awaiting_confirmation");
			assertThat(view.at("/rebuild/progress_percent").asDouble()).isEqualTo(100);
			assertThat(view.at("/rebuild/switched_at").isNull()).isFalse();
			assertThat(view.at("/rebuild/requested_by").asString()).isEqualTo("admin");
		});
	}

	private static JsonNode projection(String name) {
		return admin.get(ADMIN + "/projections")
			.json()
			.get("projections")
			.valueStream()
			.filter((it) -> it.get("name").asString().equals(name))
			.findFirst()
			.orElseThrow();
	}

	private static String live(String projection) throws SQLException {
		return text("SELECT live FROM projection WHERE name = '" + projection + "'");
	}

	private static String text(String sql) throws SQLException {
		try (Connection connection = coachflow.database();
				Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery(sql)) {
			row.next();
			return String.valueOf(row.getString(1));
		}
	}

}
