package io.coachflow.app.e2e;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.coachflow.app.e2e.Caller.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Input that looks like an attack and is none: it is accepted, changes nothing else and
 * comes back exactly.
 */
@OnSharedCoachflow
class AcceptedInputE2E {

	private final Caller demo;

	private final RunningCoachflow coachflow;

	AcceptedInputE2E(RunningCoachflow coachflow) {
		this.coachflow = coachflow;
		this.demo = coachflow.demo();
	}

	static Stream<String> texts() {
		return Stream.of("a", " \u00a0 padded on both sides \n", "a".repeat(10_000), "😀".repeat(10_000),
				" ".repeat(5_000) + "é".repeat(10_000) + "\u3000".repeat(5_000), "CR\r\nLF\nCR\rTAB\tend",
				"2026-11-22T00:00:00Z ERROR forged\r\nline", "\u202eright to left\u202c \u2066isolated\u2069",
				"Z" + "\u0301".repeat(9_999), "e\u0301 is not é", "\u0001\u0007\u001b[31m\u007f\u0080",
				"\ufeffBOM\uffff", "'; DROP TABLE event_log; --", "<script>alert(1)</script>&lt;&#0;",
				"${jndi:ldap://127.0.0.1:1/x}", "{{7*7}} ${7*7} #{7*7} %s %n {}", "\\u0000 \\ud800 as letters",
				"\"quoted\" \\ / \b \f", "{\"@class\":\"javax.naming.InitialContext\"}",
				"نحن نطبخ للجميع 語 ไทย 👨‍👩‍👧‍👦");
	}

	@ParameterizedTest
	@MethodSource("texts")
	void anAnswerComesBackExactlyAsSent(String text) throws Exception {
		String session = this.demo.startedSession();

		Answer answer = this.demo.step(session, text);

		assertThat(answer.status()).as("%s", answer).isEqualTo(200);
		assertThat(answer.field("current_step")).isEqualTo("mission");
		assertThat(this.demo.session(session).json().at("/answers/vision").asString()).isEqualTo(text);
		assertThat(EventLogReader.names(this.coachflow, session)).hasSize(2);
	}

	@ParameterizedTest
	@MethodSource("texts")
	void aBusinessComesBackExactlyAsSent(String text) {
		String fact = text.codePoints()
			.limit(200)
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
		if (fact.isBlank()) {
			fact = "x" + fact.substring(1);
		}

		Answer started = this.demo.start(Map.of("business_name", fact, "sector", fact, "city", fact, "country", fact));

		assertThat(started.status()).as("%s", started).isEqualTo(200);
		Answer read = this.demo.session(started.field("session_id"));
		assertThat(read.field("business_name")).isEqualTo(fact);
		assertThat(read.field("country")).isEqualTo(fact);
		assertThat(this.demo.get(Caller.COACHING + "/sessions?limit=1").json().at("/sessions/0/city").asString())
			.isEqualTo(fact);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"message\": \"hi\"}", "{}", "", "{\"session_id\": null}",
			"{\"a\": {\"b\": [1, {\"c\": null}]}}", "{\"n\": 1e999999999}", "{\"x\": \"\\ud800\\u0000\"}" })
	void aStartIgnoresWhatItDoesNotKnow(String body) {
		Answer started = this.demo.postText(Caller.COACHING + "/start", body);

		assertThat(started.status()).as("%s", started).isEqualTo(200);
		assertThat(started.field("status")).isEqualTo("initialized");
	}

	@Test
	void aStartNeedsNeitherBodyNorContentType() {
		assertThat(this.demo.send("POST", Caller.COACHING + "/start", null, Map.of()).status()).isEqualTo(200);
	}

	@Test
	void injectedFieldsChangeNothing() {
		Map<String, Object> injected = Map.of("user_id", "demo2", "owner", "demo2", "status", "completed",
				"current_step", "completed", "confidence_score", 1, "sequence", 99, "expires_at",
				"2099-01-01T00:00:00Z", "is_step_complete", true, "progress", Map.of("offre", true), "@class",
				"java.lang.Object");
		Answer started = this.demo.start(injected);
		String session = started.field("session_id");
		assertThat(started.field("status")).isEqualTo("initialized");
		assertThat(started.json().get("sequence").asInt()).isZero();
		assertThat(started.field("expires_at")).isLessThan("2099");
		assertThat(this.coachflow.caller("demo2", "coaching").session(session).status()).isEqualTo(403);

		Map<String, Object> step = new HashMap<>(injected);
		step.putAll(Map.of("session_id", session, "user_response", "ok"));
		Answer answered = this.demo.post(Caller.COACHING + "/step", step);

		assertThat(answered.field("current_step")).isEqualTo("mission");
		assertThat(answered.json().get("confidence_score").asDouble()).isLessThan(0.5);
		assertThat(answered.json().at("/progress/offre").asBoolean()).isFalse();
		assertThat(answered.json().get("sequence").asInt()).isEqualTo(1);
	}

	@Test
	void aBodyMayUseItsSixtyFourKibibytesAsItLikes() throws Exception {
		String frame = "{\"x\":\"\"}";
		String keys = IntStream.range(0, 7_000).mapToObj((i) -> "\"" + i + "\":1").collect(Collectors.joining(","));
		for (String body : new String[] { frame.replace("\"\"", "\"" + "a".repeat(65_536 - frame.length()) + "\""),
				"{" + keys + "}", "{\"" + "k".repeat(60_000) + "\":1}", "{\"n\":" + "9".repeat(60_000) + "}",
				BadInputE2E.nested(32), BadInputE2E.objects(32), " ".repeat(60_000) + "{}" }) {
			assertThat(this.demo.postText(Caller.COACHING + "/start", body).status()).as("%.80s", body).isEqualTo(200);
		}
		RawHttp.Answer inChunks = RawHttp.send(this.coachflow.port(), "POST " + Caller.COACHING + "/start HTTP/1.1",
				"Authorization: Bearer " + this.demo.token(), "Content-Type: application/json",
				"Transfer-Encoding: chunked\r\n\r\n" + BadInputE2E.chunked(BadInputE2E.nested(32)));
		assertThat(inChunks.status()).isEqualTo(200);
	}

}
