package io.coachflow.app.e2e;

import java.net.http.HttpClient;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.coachflow.app.e2e.Caller.Answer;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Nobody but its owner reads what a session holds without a record that names it. Walks
 * every call of the OpenAPI document, so whoever adds one has to say here what it shows.
 */
@OnSharedCoachflow
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordedReadsE2E {

	private static final String WORDS = "Zanzibarische Gewürzkammer";

	private static final String NAME = "Mbuyuni Spice Table";

	/** What a call may show to somebody who is not the session's owner. */
	private enum Shows {

		/** What people wrote, so each reading is recorded. */
		WORDS_RECORDED,
		/** What is known of sessions but no word of theirs; recorded all the same. */
		FACTS_RECORDED,
		/** Nothing that anybody wrote. */
		NOTHING

	}

	private static final Map<String, Shows> CALLS = new TreeMap<>(
			Map.ofEntries(Map.entry("GET /api/v1/coaching/session/{session_id}/history", Shows.WORDS_RECORDED),
					Map.entry("GET /api/v1/coaching/session/{session_id}/history/diff", Shows.WORDS_RECORDED),
					Map.entry("GET /api/v1/coaching/session/{session_id}/history/export", Shows.WORDS_RECORDED),
					Map.entry("GET /api/v1/audit/sessions/{session_id}/export", Shows.WORDS_RECORDED),
					Map.entry("GET /api/v1/audit/export", Shows.WORDS_RECORDED),
					Map.entry("GET /api/v1/audit/sessions", Shows.WORDS_RECORDED),
					Map.entry("GET /api/v1/events", Shows.WORDS_RECORDED),
					Map.entry("GET /api/v1/audit/verify", Shows.FACTS_RECORDED),
					Map.entry("GET /api/v1/audit/sessions/{session_id}/verify", Shows.FACTS_RECORDED),
					Map.entry("GET /api/v1/audit/access", Shows.NOTHING),
					Map.entry("GET /api/v1/events/asyncapi", Shows.NOTHING),
					Map.entry("GET /api/v1/events/schemas/{type}", Shows.NOTHING),
					Map.entry("GET /api/v1/coaching/sessions", Shows.NOTHING),
					Map.entry("GET /api/v1/coaching/session/{session_id}", Shows.NOTHING),
					Map.entry("DELETE /api/v1/coaching/session/{session_id}", Shows.NOTHING),
					Map.entry("GET /api/v1/coaching/session/{session_id}/package", Shows.NOTHING),
					Map.entry("GET /api/v1/coaching/session/{session_id}/package/stream", Shows.NOTHING),
					Map.entry("GET /api/v1/coaching/session/{session_id}/package/logo/{n}.svg", Shows.NOTHING),
					Map.entry("POST /api/v1/coaching/session/{session_id}/package/agents/{agent}/regenerate",
							Shows.NOTHING),
					Map.entry("POST /api/v1/coaching/session/{session_id}/package/regenerate", Shows.NOTHING),
					Map.entry("PUT /api/v1/coaching/session/{session_id}/answers/{step}", Shows.NOTHING),
					Map.entry("PATCH /api/v1/coaching/session/{session_id}", Shows.NOTHING),
					Map.entry("POST /api/v1/coaching/from-brief", Shows.NOTHING),
					Map.entry("POST /api/v1/coaching/start", Shows.NOTHING),
					Map.entry("POST /api/v1/coaching/step", Shows.NOTHING),
					Map.entry("POST /api/v1/coaching/complete", Shows.NOTHING),
					Map.entry("POST /api/v1/coaching/help", Shows.NOTHING),
					Map.entry("POST /api/v1/coaching/proposals", Shows.NOTHING),
					Map.entry("POST /api/v1/coaching/reformulate", Shows.NOTHING),
					Map.entry("GET /api/v1/analytics/funnel", Shows.NOTHING),
					Map.entry("GET /api/v1/analytics/steps", Shows.NOTHING),
					Map.entry("GET /api/v1/analytics/costs", Shows.NOTHING),
					Map.entry("GET /api/v1/admin/projections", Shows.NOTHING),
					Map.entry("GET /api/v1/admin/dead-letters", Shows.NOTHING),
					Map.entry("GET /api/v1/admin/actions", Shows.NOTHING),
					Map.entry("POST /api/v1/admin/projections/{name}/rebuild", Shows.NOTHING),
					Map.entry("POST /api/v1/admin/projections/{name}/confirm", Shows.NOTHING),
					Map.entry("POST /api/v1/admin/projections/{name}/rollback", Shows.NOTHING),
					Map.entry("POST /api/v1/admin/dead-letters/{id}/retry", Shows.NOTHING),
					Map.entry("DELETE /api/v1/admin/dead-letters/{id}", Shows.NOTHING)));

	private static final List<String> CLIENTS = List.of("auditor", "consumer", "analyst", "admin", "demo2");

	private static final String EVENTS = "/api/v1/events";

	private final RunningCoachflow coachflow;

	private final Caller auditor;

	private final String session;

	private final String before;

	RecordedReadsE2E(RunningCoachflow coachflow) {
		this.coachflow = coachflow;
		this.auditor = coachflow.caller("auditor", "coaching:audit");
		this.before = head();
		Caller demo = coachflow.demo();
		this.session = demo.start(Map.of("business_name", NAME, "sector", "restaurant")).field("session_id");
		CoachingSessionE2E.STEPS.forEach((_) -> demo.step(this.session, WORDS + " for 50 guests in Dakar."));
		await().until(() -> demo.get(Caller.COACHING + "/session/" + this.session + "/package")
			.field("status")
			.equals("complete"));
		await().until(() -> this.auditor.get("/api/v1/audit/sessions?q=Gew%C3%BCrzkammer").text().contains(NAME));
	}

	@Test
	void eachCallIsKnownForWhatItShows() {
		assertThat(ApiOperation.all(this.coachflow).stream().map(ApiOperation::toString))
			.as("Say in CALLS what a new call shows to those who are not the owner, and record it where that is words")
			.containsExactlyInAnyOrderElementsOf(CALLS.keySet());
	}

	@Test
	void whatIsShownToOthersIsRecordedFirst() throws SQLException {
		SoftAssertions all = new SoftAssertions();
		Set<String> showed = new TreeSet<>();
		for (String client : CLIENTS) {
			Caller caller = this.coachflow.caller(client, ApiOperation.scope(client));
			for (ApiOperation operation : ApiOperation.all(this.coachflow)) {
				long last = lastRecord();
				Answer answer = caller.send(operation.method(), operation.url(values(operation)),
						operation.hasBody() ? "{\"session_id\": \"" + this.session + "\"}" : null,
						operation.hasBody() ? Map.of("Content-Type", "application/json") : Map.of());
				List<Recorded> records = recordsAfter(last);
				if (answer.text().contains(WORDS) || answer.text().contains(NAME)) {
					showed.add(operation.toString());
					all.assertThat(records).as("%s as %s", operation, client).hasSize(1);
					all.assertThat(records)
						.as("%s as %s: %s", operation, client, records)
						.allMatch((it) -> it.reader().equals(client)
								&& (it.isOfAll() || it.sessions().contains(this.session)));
				}
				else if (CALLS.get(operation.toString()) == Shows.FACTS_RECORDED && answer.status() == 200) {
					all.assertThat(records).as("%s as %s", operation, client).hasSize(1);
				}
				if (CALLS.get(operation.toString()) == Shows.NOTHING) {
					all.assertThat(records).as("%s as %s", operation, client).isEmpty();
				}
			}
		}
		all.assertThat(showed)
			.as("what shows words")
			.containsExactlyElementsOf(CALLS.entrySet()
				.stream()
				.filter((it) -> it.getValue() == Shows.WORDS_RECORDED)
				.map(Map.Entry::getKey)
				.toList());
		all.assertAll();
	}

	@Test
	void aBatchOfEventsIsRecordedWithItsFilterItsRangeAndTheSessionsInIt() {
		Answer batch = this.auditor
			.get(EVENTS + "?limit=1000&type=io.coachflow.session&after=" + this.before + "&session_id=" + this.session);

		JsonNode read = lastReadOf(this.session);
		assertThat(read.get("what").asString()).isEqualTo("events");
		assertThat(read.get("reader").asString()).isEqualTo("auditor");
		assertThat(read.at("/asked/after").asString()).isEqualTo(this.before);
		assertThat(read.at("/asked/through").asString()).isEqualTo(batch.header("Next-Cursor"));
		assertThat(read.at("/asked/type/0").asString()).isEqualTo("io.coachflow.session");
		assertThat(read.get("sessions").valueStream().map(JsonNode::asString)).containsExactly(this.session);
	}

	@Test
	void aStreamIsRecordedWhenItBeginsAndForEachPortionThatItTells() throws Exception {
		String other = this.coachflow.demo().startedSession();
		try (HttpClient http = HttpClient.newHttpClient();
				EventStream stream = EventStream.open(http, this.coachflow.port(), this.auditor.token(),
						EVENTS + "?after=" + this.before)) {
			String id = "";
			while (!id.equals(other)) {
				id = stream.next(Duration.ofSeconds(10)).json().get("subject").asString();
			}
			assertThat(lastReadOf(this.session).get("what").asString()).isEqualTo("events");
			assertThat(lastReadOf(other).get("what").asString()).isEqualTo("events");
			String late = this.coachflow.demo().startedSession();
			while (!id.equals(late)) {
				id = stream.next(Duration.ofSeconds(10)).json().get("subject").asString();
			}
			JsonNode told = lastReadOf(late);
			assertThat(told.at("/asked/after").asString()).isNotBlank().isNotEqualTo(this.before);
			assertThat(told.at("/asked/through").asString()).isNotBlank();
		}
		assertThat(reads("reader=auditor&limit=100").filter((it) -> it.get("what").asString().equals("follow")))
			.anyMatch((it) -> it.at("/asked/after").asString().equals(this.before));
	}

	@Test
	void consumersSeeNoWordsAndLeaveNoRecord() throws SQLException {
		long last = lastRecord();

		Answer batch = this.coachflow.caller("consumer", "coaching:events")
			.get(EVENTS + "?limit=1000&after=" + this.before);

		assertThat(batch.text()).contains(this.session).doesNotContain(WORDS, NAME);
		assertThat(recordsAfter(last)).isEmpty();
	}

	@Test
	void whatWasSoughtIsRecorded() {
		this.auditor.get("/api/v1/audit/sessions?q=Gew%C3%BCrzkammer%20-renting&user=demo&status=completed&limit=7");

		JsonNode read = reads("reader=auditor&limit=1").findFirst().orElseThrow();
		assertThat(read.get("what").asString()).isEqualTo("find");
		assertThat(read.at("/asked/q").asString()).isEqualTo("Gewürzkammer -renting");
		assertThat(read.at("/asked/user").asString()).isEqualTo("demo");
		assertThat(read.at("/asked/status").asString()).isEqualTo("completed");
		assertThat(read.get("asked").has("sector")).isFalse();
		assertThat(read.get("sessions").valueStream().map(JsonNode::asString)).contains(this.session);
		assertThat(lastReadOf(this.session)).isEqualTo(read);
	}

	private JsonNode lastReadOf(String id) {
		return reads("limit=1&session_id=" + id).findFirst().orElseThrow();
	}

	private Stream<JsonNode> reads(String query) {
		return this.auditor.get("/api/v1/audit/access?" + query).json().get("reads").valueStream();
	}

	private Map<String, String> values(ApiOperation operation) {
		Map<String, String> values = new HashMap<>(Map.of("agent", "logo", "name", "no-such-projection", "id", "none",
				"n", "1", "from_sequence", "-1", "to_sequence", "6"));
		if (operation.path().contains("{session_id}") || operation.path().equals(EVENTS)) {
			values.put("session_id", this.session);
		}
		values.put("limit", operation.path().equals(EVENTS) ? "1000" : "100");
		values.put("type", operation.path().equals(EVENTS) ? "" : "io.coachflow.session.started.v1");
		values.put("after", operation.path().equals(EVENTS) ? this.before : "");
		return values;
	}

	private String head() {
		return this.auditor.get(EVENTS + "?limit=1&after=" + cursorOfTheEnd()).header("Next-Cursor");
	}

	/** The cursor behind the last event, whatever its form. */
	private String cursorOfTheEnd() {
		String cursor = "";
		Answer page;
		do {
			page = this.coachflow.caller("consumer", "coaching:events").get(EVENTS + "?limit=1000&after=" + cursor);
			cursor = page.header("Next-Cursor");
		}
		while (!page.json().isEmpty());
		return cursor;
	}

	private record Recorded(String reader, String what, List<String> sessions) {

		boolean isOfAll() {
			return this.sessions.isEmpty() && this.what.equals("export");
		}

	}

	private long lastRecord() throws SQLException {
		try (Connection database = this.coachflow.database();
				PreparedStatement query = database.prepareStatement("SELECT coalesce(max(id), 0) FROM access_log");
				ResultSet row = query.executeQuery()) {
			row.next();
			return row.getLong(1);
		}
	}

	private List<Recorded> recordsAfter(long id) throws SQLException {
		try (Connection database = this.coachflow.database();
				PreparedStatement query = database.prepareStatement(
						"SELECT reader, what, session_id, to_jsonb(a) -> 'sessions' AS sessions FROM access_log a WHERE id > ? ORDER BY id")) {
			query.setLong(1, id);
			List<Recorded> records = new ArrayList<>();
			try (ResultSet row = query.executeQuery()) {
				while (row.next()) {
					Set<String> sessions = new TreeSet<>();
					if (row.getString("session_id") != null) {
						sessions.add(row.getString("session_id"));
					}
					if (row.getString("sessions") != null && row.getString("sessions").startsWith("[")) {
						for (String it : row.getString("sessions").replaceAll("[\\[\\]\" ]", "").split(",")) {
							sessions.add(it);
						}
					}
					sessions.remove("");
					records.add(new Recorded(row.getString("reader"), row.getString("what"), List.copyOf(sessions)));
				}
			}
			return records;
		}
	}

}
