package io.coachflow.app.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.coachflow.app.e2e.ProjectorStormE2E.Told;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.HashOperations;
import org.springframework.data.redis.core.StringRedisTemplate;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Compares every read model with the log, by a fold in plain SQL, and with what people
 * were told. Nobody may write meanwhile, and slot A must be live.
 */
final class ReadModelAssertions {

	private static final Duration PATIENCE = Duration.ofSeconds(90);

	private static final String PROJECTIONS = "/api/v1/admin/projections";

	private static final String VIEWS = "coachflow:session:";

	private final RunningCoachflow coachflow;

	private final Caller admin;

	private final Map<String, Told> told = new HashMap<>();

	ReadModelAssertions(RunningCoachflow coachflow) {
		this.coachflow = coachflow;
		this.admin = coachflow.caller("admin", "coaching:admin");
	}

	/**
	 * Waits until nothing is left to do, and compares.
	 * @param news the sessions since the last time
	 * @param kept whether Redis has lost none of their views
	 */
	void assertAsTold(Collection<Told> news, boolean kept) throws Exception {
		news.forEach((it) -> this.told.put(it.session(), it));
		await().atMost(PATIENCE).untilAsserted(this::assertNothingLeft);

		assertThat(histories())
			.isEqualTo(this.told.values().stream().collect(Collectors.toMap(Told::session, Told::events)));
		assertThat(this.coachflow.text(resource("/read-models/differences.sql"))).isEqualTo("null");
		Map<String, String> sequences = news.stream()
			.collect(Collectors.toMap(Told::session, (it) -> Integer.toString(it.events().size() - 1)));
		if (kept) {
			assertThat(views(VIEWS, "sequence", sequences.keySet())).isEqualTo(sequences);
		}
		assertRead(news);
		assertThat(views(VIEWS, "sequence", sequences.keySet())).isEqualTo(sequences);
		assertFunnel();
	}

	/** Builds every read model anew, and compares the rows with those before. */
	void assertTheSameAfterRebuild() throws Exception {
		// Redis may have lost those that nobody has read since
		this.told.keySet().forEach(this.coachflow.demo()::session);
		List<String> models = projections().filter((it) -> it.get("rebuildable").asBoolean())
			.map((it) -> it.get("name").asString())
			.toList();
		models.forEach((model) -> assertThat(this.admin.post(PROJECTIONS + "/" + model + "/rebuild", Map.of()).status())
			.isEqualTo(202));
		await().atMost(PATIENCE)
			.until(() -> projections().filter((it) -> it.get("state").asString().equals("awaiting_confirmation"))
				.count() == models.size());

		List<String[]> tables = rows(
				"SELECT a.tablename, b.tablename FROM pg_tables a JOIN pg_tables b ON b.tablename = a.tablename || '_b'");
		assertThat(tables).hasSizeGreaterThan(5);
		for (String[] slots : tables) {
			assertThat(this.coachflow
				.text("""
						SELECT string_agg(difference, E'\\n') FROM (
						    (SELECT it::text FROM %1$s it EXCEPT SELECT it::text FROM %2$s it) UNION ALL
						    (SELECT it::text FROM %2$s it EXCEPT SELECT it::text FROM %1$s it)) AS differences (difference)"""
					.formatted((Object[]) slots)))
				.as(slots[0])
				.isEqualTo("null");
		}
		Map<String, String> rebuilt = views("coachflow:session_b:", "view", this.told.keySet());
		assertThat(rebuilt).isEqualTo(views(VIEWS, "view", this.told.keySet())).hasSameSizeAs(this.told);
	}

	/** Whether Redis has a view beyond the position that its read model has committed. */
	boolean isViewAhead() throws SQLException {
		Map<String, Long> uncommitted = new HashMap<>();
		rows("""
				SELECT aggregate_id, min(sequence_number) FROM event_log
				WHERE aggregate_type = 'CoachingSession' AND global_index > (
				    SELECT min((convert_from(token, 'UTF8')::json ->> 'globalIndex')::bigint) FROM token_entry
				    WHERE processor_name = 'session-view') GROUP BY aggregate_id""")
			.forEach((row) -> uncommitted.put(row[0], Long.valueOf(row[1])));
		Map<String, String> views = views(VIEWS, "sequence", uncommitted.keySet());
		return uncommitted.entrySet()
			.stream()
			.anyMatch((it) -> Long.parseLong(views.getOrDefault(it.getKey(), "-1")) >= it.getValue());
	}

	private void assertNothingLeft() throws SQLException {
		assertThat(this.coachflow.text("SELECT count(*) FROM scheduled_tasks")).isEqualTo("0");
		assertThat(this.coachflow.text("SELECT count(*) FROM event_log WHERE event_name LIKE '%.package.completed'"))
			.isEqualTo(
					this.coachflow.text("SELECT count(*) FROM event_log WHERE event_name LIKE '%.session.completed'"));
		assertThat(projections()).allSatisfy((it) -> {
			assertThat(it.get("lag_events").asLong()).as("%s", it).isZero();
			assertThat(it.get("dead_letters").asLong()).as("%s", it).isZero();
			assertThat(it.get("state").asString()).as("%s", it).isEqualTo("live");
		});
	}

	private void assertRead(Collection<Told> news) {
		Caller demo = this.coachflow.demo();
		Caller auditor = this.coachflow.caller("auditor", "coaching:audit");
		Map<String, JsonNode> listed = listed(demo);
		assertThat(listed).containsOnlyKeys(this.told.keySet());
		for (Told it : news) {
			JsonNode session = demo.session(it.session()).json();
			assertThat(session.get("sequence").asInt()).as("%s", it).isEqualTo(it.events().size() - 1);
			assertThat(session.get("answers").valueStream().map(JsonNode::asString))
				.containsExactlyElementsOf(it.answers());
			assertThat(session.get("status").asString().equals("completed")).isEqualTo(it.isCompleted());
			for (String field : List.of("sequence", "status", "current_step", "progress")) {
				assertThat(listed.get(it.session()).get(field)).as("%s of %s", field, it).isEqualTo(session.get(field));
			}
			assertThat(ids(auditor.get("/api/v1/audit/sessions?q=" + it.word()).json()))
				.isEqualTo((it.events().size() > 1) ? List.of(it.session()) : List.of());
			if (it.isCompleted()) {
				assertThat(demo.get(Caller.COACHING + "/session/" + it.session() + "/package").field("status"))
					.isEqualTo("complete");
			}
		}
	}

	/** Each session once, newest first. */
	private static Map<String, JsonNode> listed(Caller demo) {
		Map<String, JsonNode> listed = new HashMap<>();
		List<Instant> starts = new ArrayList<>();
		String cursor = "";
		do {
			JsonNode page = demo.get(Caller.COACHING + "/sessions?limit=100" + cursor).json();
			for (JsonNode it : page.get("sessions")) {
				assertThat(listed.put(it.get("session_id").asString(), it)).isNull();
				starts.add(Instant.parse(it.get("started_at").asString()));
			}
			cursor = "&cursor=" + page.get("next_cursor").asString("");
		}
		while (!cursor.equals("&cursor="));
		assertThat(starts).isSortedAccordingTo(Comparator.reverseOrder());
		return listed;
	}

	private void assertFunnel() {
		JsonNode groups = this.coachflow.caller("analyst", "coaching:analytics")
			.get("/api/v1/analytics/funnel")
			.json()
			.get("groups");
		Collection<Told> all = this.told.values();
		Map<String, Long> counts = new HashMap<>(Map.of("/started", (long) all.size()));
		List<String> reached = CoachingSessionE2E.STEPS;
		for (int i = 0; i < reached.size(); i++) {
			int answers = i;
			counts.put("/reached/" + reached.get(i),
					all.stream().filter((it) -> it.answers().size() >= answers).count());
		}
		long completed = all.stream().filter(Told::isCompleted).count();
		counts.putAll(Map.of("/completed", completed, "/package_ready", completed, "/asked_back",
				all.stream().mapToLong(Told::askedBack).sum()));
		counts.forEach(
				(path, count) -> assertThat(groups.valueStream().mapToLong((it) -> it.at(path).asLong()).sum()).as(path)
					.isEqualTo(count));
	}

	private Map<String, List<String>> histories() throws SQLException {
		Map<String, List<String>> histories = new HashMap<>();
		rows("""
				SELECT aggregate_id, replace(event_name, 'io.coachflow.session.', '')
				                     || coalesce(' ' || (convert_from(payload, 'UTF8')::json ->> 'answer'), '')
				FROM event_log WHERE aggregate_type = 'CoachingSession' ORDER BY global_index""")
			.forEach((row) -> histories.computeIfAbsent(row[0], (_) -> new ArrayList<>()).add(row[1]));
		return histories;
	}

	private Stream<JsonNode> projections() {
		return this.admin.get(PROJECTIONS).json().get("projections").valueStream();
	}

	private static List<String> ids(JsonNode page) {
		return page.get("sessions").valueStream().map((it) -> it.get("session_id").asString()).toList();
	}

	/** A field of each session's view in Redis, for the sessions that have one. */
	private Map<String, String> views(String prefix, String field, Collection<String> sessions) {
		LettuceConnectionFactory factory = new LettuceConnectionFactory("127.0.0.1",
				Integer.parseInt(this.coachflow.setting("coachflow.local.redis-port")));
		factory.start();
		try {
			HashOperations<String, String, String> hashes = new StringRedisTemplate(factory).opsForHash();
			Map<String, String> views = new HashMap<>();
			sessions.forEach((id) -> views.computeIfAbsent(id, (_) -> hashes.get(prefix + id, field)));
			return views;
		}
		finally {
			factory.destroy();
		}
	}

	private List<String[]> rows(String sql) throws SQLException {
		try (Connection connection = this.coachflow.database();
				Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery(sql)) {
			List<String[]> rows = new ArrayList<>();
			while (row.next()) {
				rows.add(new String[] { row.getString(1), row.getString(2) });
			}
			return rows;
		}
	}

	private static String resource(String name) throws IOException {
		try (InputStream in = Objects.requireNonNull(ReadModelAssertions.class.getResourceAsStream(name))) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

}
