package io.coachflow.app.e2e;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.coachflow.app.e2e.Caller.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static io.coachflow.app.e2e.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A session is rewound, compared, exported, and who read it is known.
 */
@OnSharedCoachflow
class HistoryE2E {

	private static final String HOSTILE = "In 2031 <script>alert(1)</script> we run [3](http://evil.example) restaurants.";

	private final Caller demo;

	private final Caller other;

	private final Caller auditor;

	HistoryE2E(RunningCoachflow coachflow) {
		this.demo = coachflow.demo();
		this.other = coachflow.caller("demo2", "coaching");
		this.auditor = coachflow.caller("auditor", "coaching:audit");
	}

	@Test
	void aSessionIsFoldedUpToAnyPoint() {
		String session = completed();
		JsonNode all = history(session, "");

		assertThat(all.get("events")).hasSize(7);
		assertThat(all.get("as_of_sequence").asLong()).isEqualTo(6);
		assertThat(all.at("/state/status").asString()).isEqualTo("completed");
		JsonNode answered = all.at("/events/1");
		assertThat(answered.get("name").asString()).isEqualTo("io.coachflow.session.step-answered");
		assertThat(answered.get("user_id").asString()).isEqualTo("demo");
		assertThat(answered.at("/data/answer").asString()).isEqualTo(HOSTILE);
		assertThat(answered.at("/data/guidance/catalogue_version").asString()).isNotBlank();
		assertThat(answered.get("hash").asString()).matches("[0-9a-f]{64}");
		assertThat(all.at("/state")).isEqualTo(this.demo.session(session).json());

		JsonNode second = history(session, "?as_of_sequence=2");
		assertThat(second.get("events")).hasSize(3);
		assertThat(second.at("/state/current_step").asString()).isEqualTo("clientele");
		assertThat(second.get("package_events")).isEmpty();
		String time = all.at("/events/2/time").asString();
		assertThat(history(session, "?as_of_time=" + time).get("state")).isEqualTo(second.get("state"));
		JsonNode before = history(session, "?as_of_time=2020-01-01T00:00:00Z");
		assertThat(before.get("events")).isEmpty();
		assertThat(before.get("state").isNull()).isTrue();
		assertThat(before.get("as_of_sequence").isNull()).isTrue();
		await().untilAsserted(() -> assertThat(
				history(session, "").get("package_events").valueStream().map((it) -> it.get("name").asString()))
			.contains("io.coachflow.package.completed"));
	}

	/** Wherever the log holds them: in the event, or once for all. */
	@Test
	void whatWasShownIsThereWordForWord() {
		String first = completed();
		String later = completed();

		for (String session : List.of(first, later)) {
			for (int i = 0; i <= 5; i++) {
				JsonNode guidance = history(session, "").at("/events/" + i + "/data/guidance");
				assertThat(guidance.propertyNames()).containsExactlyInAnyOrderElementsOf((i < 5)
						? List.of("step", "language", "source", "catalogue_version", "sector", "message", "examples",
								"questions")
						: List.of("language", "source", "catalogue_version", "sector", "message", "examples",
								"questions"));
				assertThat(guidance.get("message").asString()).isNotBlank();
			}
		}
		assertThat(history(later, "").at("/events/0/data/guidance"))
			.isEqualTo(history(first, "").at("/events/0/data/guidance"));
		assertThat(this.demo.get(path(later) + "?format=markdown").text()).contains("Coach")
			.contains(history(later, "").at("/events/1/data/guidance/message").asString().substring(0, 10));
	}

	@Test
	void twoPointsAreCompared() {
		String session = completed();

		JsonNode diff = this.demo.get(path(session) + "/diff?from_sequence=0&to_sequence=1").json();

		assertThat(diff.get("events").valueStream().map(JsonNode::asString))
			.containsExactly("io.coachflow.session.step-answered");
		Map<String, JsonNode> changes = new java.util.TreeMap<>();
		diff.get("changes").forEach((it) -> changes.put(it.get("field").asString(), it));
		assertThat(changes.get("current_step").toString()).contains("vision", "mission");
		assertThat(changes.get("answers.vision").get("from").isNull()).isTrue();
		assertThat(changes.get("answers.vision").get("to").asString()).isEqualTo(HOSTILE);
		assertThat(changes).doesNotContainKey("session_id");
		assertThat(this.demo.get(path(session) + "/diff?from_sequence=1&to_sequence=1").json().get("changes"))
			.isEmpty();
		assertRefused(this.demo.get(path(session) + "/diff?from_sequence=2&to_sequence=1"), 400, "INVALID_REQUEST");
	}

	@Test
	void aTranscriptHoldsEverythingAsText() {
		String session = completed();

		Answer transcript = this.demo.get(path(session) + "?format=markdown");

		assertThat(transcript.header("Content-Type")).startsWith("text/markdown");
		assertThat(transcript.text()).startsWith("# Transcript of session " + session)
			.contains("Answer accepted: mission", "In 2031", "Score")
			// What would become a link is set as code
			.contains("`[3](http://evil.example)`")
			.doesNotContain("<script>");
	}

	@Test
	void acceptChoosesTheFormAndTheParameterOutweighsIt() {
		String session = completed();
		for (String path : List.of(path(session), Caller.COACHING + "/session/" + session + "/package")) {
			assertThat(this.demo.get(path, "Accept", "text/markdown").header("Content-Type"))
				.startsWith("text/markdown");
			assertThat(this.demo.get(path, "Accept", "text/markdown").response().headers().allValues("Vary"))
				.contains("Accept");
			assertThat(this.demo.get(path + "?format=json", "Accept", "text/markdown").header("Content-Type"))
				.isEqualTo("application/json");
			assertThat(this.demo.get(path + "?format=markdown", "Accept", "text/html").header("Content-Type"))
				.startsWith("text/markdown");
			assertThat(
					this.demo.get(path, "Accept", "text/markdown;q=0.4, application/json;q=0.5").header("Content-Type"))
				.isEqualTo("application/json");
			assertRefused(this.demo.get(path, "Accept", "text/html"), 406, "NOT_ACCEPTABLE");
		}
	}

	@Test
	void anExportIsWhatTheOfflineVerifierReads() {
		String session = completed();

		List<String> lines = this.demo.get(path(session) + "/export").text().lines().toList();

		assertThat(lines.get(7)).contains("\"events\":7", "\"last_sequence\":6");
		// Behind it are the texts that it names
		assertThat(lines.subList(8, lines.size()))
			.allMatch((line) -> line.contains("\"name\":\"io.coachflow.guidance.recorded\"")
					|| line.contains("\"events\":1,"));
	}

	@Test
	void auditorsReadAnySessionAndThatIsWrittenDown() {
		String session = completed();
		assertThat(this.demo.delete(Caller.COACHING + "/session/" + session).status()).isEqualTo(204);

		assertRefused(this.demo.get(path(session)), 404, "SESSION_NOT_FOUND");
		assertThat(this.auditor.get(path(session)).json().get("events")).hasSize(8);
		this.auditor.get("/api/v1/audit/sessions/" + session + "/verify");

		// A stream that another test left may have been told of it, too
		assertThat(readsPageByPage(session)).filteredOn((it) -> !it.endsWith(" events"))
			.containsExactly("auditor verify", "auditor history");
		assertRefused(this.demo.get("/api/v1/audit/access"), 403, "FORBIDDEN");
	}

	private List<String> readsPageByPage(String session) {
		List<String> reads = new ArrayList<>();
		String next = "";
		while (next != null) {
			JsonNode page = this.auditor.get("/api/v1/audit/access?limit=1&session_id=" + session + next).json();
			page.get("reads").forEach((it) -> reads.add(it.get("reader").asString() + " " + it.get("what").asString()));
			next = page.get("next_cursor").isNull() ? null : "&cursor=" + page.get("next_cursor").asString();
		}
		return reads;
	}

	@Test
	void othersAreRefused() {
		String session = completed();

		for (String path : List.of("", "/diff?from_sequence=0&to_sequence=1", "/export")) {
			assertRefused(this.other.get(path(session) + path), 403, "FORBIDDEN");
			assertRefused(this.demo.get(path(UUID.randomUUID().toString()) + path), 404, "SESSION_NOT_FOUND");
			assertRefused(this.demo.get(path("no-id") + path), 404, "SESSION_NOT_FOUND");
			assertRefused(this.auditor.get(path(UUID.randomUUID().toString()) + path), 404, "SESSION_NOT_FOUND");
		}
		assertRefused(this.auditor.post(Caller.COACHING + "/start", Map.of()), 403, "FORBIDDEN");
	}

	@ParameterizedTest
	@ValueSource(strings = { "?as_of_sequence=-1", "?as_of_sequence=x", "?as_of_time=yesterday", "?format=pdf",
			"?as_of_sequence=1&as_of_time=2026-11-22T12:00:00Z" })
	void whatNamesNoPointIsRefused(String query) {
		assertRefused(this.demo.get(path(this.demo.startedSession()) + query), 400, "INVALID_REQUEST");
	}

	private JsonNode history(String session, String query) {
		Answer answer = this.demo.get(path(session) + query);
		assertThat(answer.status()).as("%s", answer).isEqualTo(200);
		return answer.json();
	}

	private String completed() {
		String session = this.demo.start(Map.of("sector", "restaurant")).field("session_id");
		this.demo.step(session, HOSTILE);
		CoachingSessionE2E.STEPS.subList(1, 5)
			.forEach((step) -> this.demo.step(session, "We cook in Dakar for " + step));
		return session;
	}

	private static String path(String session) {
		return Caller.COACHING + "/session/" + session + "/history";
	}

}
