package io.coachflow.app.e2e;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.coachflow.app.e2e.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Bodies, texts and parameters that must be refused. After each test the log holds not
 * one event more than before, and the session is as it was.
 */
@OnSharedCoachflow
class BadInputE2E {

	private static final String STEP = Caller.COACHING + "/step";

	private static final List<String> POSTS = List.of("/start", "/step", "/complete");

	private final RunningCoachflow coachflow;

	private final Caller demo;

	private String session = "";

	private String before = "";

	private long events;

	BadInputE2E(RunningCoachflow coachflow) {
		this.coachflow = coachflow;
		this.demo = coachflow.demo();
	}

	@BeforeEach
	void startASession() throws SQLException {
		this.session = this.demo.startedSession();
		this.before = this.demo.session(this.session).text();
		this.events = EventLogReader.count(this.coachflow);
	}

	@AfterEach
	void nothingChanged() throws SQLException {
		assertThat(EventLogReader.count(this.coachflow)).isEqualTo(this.events);
		assertThat(this.demo.session(this.session).text()).isEqualTo(this.before);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "\t\r\n", "\u00a0\u2003\u3000\u2028\u0085" })
	void aBlankAnswerIsRefused(String blank) {
		assertRefused(this.demo.step(this.session, blank), 400, "INVALID_REQUEST");
	}

	@ParameterizedTest
	@ValueSource(strings = { "a", "é", "😀", "語" })
	void anAnswerOfTenThousandAndOneCharactersIsRefused(String character) {
		assertRefused(this.demo.step(this.session, " " + character.repeat(10_001)), 400, "INVALID_REQUEST");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\\u0000", "a\\u0000b", "\\ud800", "a\\ud83d b", "\\ude00\\ud83d", "x\\udfff" })
	void anAnswerThatNoTextColumnCouldHoldIsRefused(String escaped) {
		assertRefused(
				this.demo.postText(STEP,
						"{\"session_id\": \"" + this.session + "\", \"user_response\": \"" + escaped + "\"}"),
				400, "INVALID_REQUEST");
		for (String fact : List.of("business_name", "sector", "city", "country")) {
			assertRefused(this.demo.postText(Caller.COACHING + "/start", "{\"" + fact + "\": \"" + escaped + "\"}"),
					400, "INVALID_REQUEST");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "\u00ed\u00a0\u0080", "\u00ff", "\u00c3", "\u00c0\u0080", "\u00f5\u0080\u0080\u0080", "\0",
			"\n" })
	void bytesThatAreNoTextAreRefused(String bytes) {
		byte[] body = ("{\"session_id\": \"" + this.session + "\", \"user_response\": \"a" + bytes + "b\"}")
			.getBytes(StandardCharsets.ISO_8859_1);
		for (String path : POSTS) {
			assertRefused(this.demo.postBytes(Caller.COACHING + path, body), 400, "INVALID_REQUEST");
		}
	}

	@Test
	void aFactOfMoreThanTwoHundredCharactersIsRefused() {
		for (String fact : List.of("business_name", "sector", "city", "country")) {
			assertRefused(this.demo.start(Map.of(fact, "x".repeat(201))), 400, "INVALID_REQUEST");
		}
	}

	static Stream<String> bodiesThatAreNone() {
		return Stream.of("{", "[]", "[{}]", "null", "true", "1", "\"x\"", " ", "{} {}", "{}x", "{'a':1}", "{a:1}",
				"{\"a\":NaN}", "{\"a\":1,}", "{/**/}", "\ufeff{}", "<x/>", "session_id=1", "{\"a\":1,\"a\":2}",
				"{\"session_id\":\"a\",\"session_id\":\"b\"}", "{\"session_id\":1}", "{\"session_id\":{}}",
				"{\"session_id\":[]}", "{\"session_id\":[\"a\"]}", "{\"session_id\":true}", nested(33), nested(30_000),
				objects(33));
	}

	@ParameterizedTest
	@MethodSource("bodiesThatAreNone")
	void aBodyThatIsNotTheExpectedObjectIsRefused(String body) {
		for (String path : POSTS) {
			assertRefused(this.demo.postText(Caller.COACHING + path, body), 400, "INVALID_REQUEST");
		}
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "{}", "", "{\"session_id\": null, \"user_response\": null}", "{\"user_response\": \"hi\"}" })
	void aStepNeedsASession(String body) {
		assertRefused(this.demo.postText(STEP, body), 400, "INVALID_REQUEST");
		assertRefused(this.demo.postText(Caller.COACHING + "/complete", body), 400, "INVALID_REQUEST");
	}

	@ParameterizedTest
	@ValueSource(strings = { "1", "{}", "[\"a\"]", "true", "null" })
	void anAnswerIsAString(String json) {
		assertRefused(
				this.demo.postText(STEP, "{\"session_id\": \"" + this.session + "\", \"user_response\": " + json + "}"),
				400, "INVALID_REQUEST");
	}

	@ParameterizedTest
	@ValueSource(strings = { "mission", "offre", "completed", "VISION", "", "vision " })
	void anAnswerToAnotherStepIsRefused(String step) {
		assertRefused(
				this.demo.post(STEP, Map.of("session_id", this.session, "user_response", "We cook.", "step", step)),
				400, "INVALID_STEP");
	}

	@Test
	void completingTooEarlyIsRefused() {
		assertRefused(this.demo.complete(this.session), 400, "INVALID_STEP");
		assertRefused(this.demo.post(Caller.COACHING + "/complete?session_id=" + UUID.randomUUID(),
				Map.of("session_id", this.session)), 400, "INVALID_REQUEST");
	}

	@ParameterizedTest
	@ValueSource(strings = { "x", "00000000-0000-0000-0000-000000000000", "5A2F0B9E-4A53-4C0C-9A51-0D7D5B6F6A3C",
			"' OR 1=1 --", "*", "..", "null", "😀", "a\0b", "\r\nX: y", "%s%n" })
	void aMalformedOrUnknownIdIsUnknownEverywhere(String id) {
		assertRefused(this.demo.start(Map.of("session_id", id)), 404, "SESSION_NOT_FOUND");
		assertRefused(this.demo.step(id, "We cook."), 404, "SESSION_NOT_FOUND");
		assertRefused(this.demo.complete(id), 404, "SESSION_NOT_FOUND");
		assertRefused(this.demo.start(Map.of("session_id", id + "x".repeat(20_000))), 404, "SESSION_NOT_FOUND");
		if (id.chars().allMatch((c) -> Character.isLetterOrDigit(c) || c == '-')) {
			assertRefused(this.demo.session(id), 404, "SESSION_NOT_FOUND");
			assertRefused(this.demo.delete(Caller.COACHING + "/session/" + id), 404, "SESSION_NOT_FOUND");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "limit=0", "limit=-1", "limit=101", "limit=x", "limit=1.5", "limit=99999999999",
			"cursor=x", "cursor=", "cursor=%2A", "cursor=%00", "cursor=MjAyNi0xMS0yMg", "status=", "status=deleted",
			"status=live", "status=COMPLETED", "q=", "q=%20%E2%80%83", "q=%CC%81", "q=a%00", "q=%ED%A0%80" })
	void aListParameterOutOfRangeIsRefused(String query) {
		assertRefused(this.demo.get(Caller.COACHING + "/sessions?" + query), 400, "INVALID_REQUEST");
	}

	@Test
	void anIdempotencyKeyThatIsNoneIsRefused() {
		for (String key : List.of("", "a b", "x".repeat(256))) {
			assertRefused(this.demo.start(Map.of(), "Idempotency-Key", key), 400, "INVALID_REQUEST");
			assertRefused(this.demo.step(this.session, "We cook.", "Idempotency-Key", key), 400, "INVALID_REQUEST");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"1\"", "W/\"0\"", "\"x\"", "\"99999999999999999999\"" })
	void anIfMatchThatDoesNotNameTheSequenceIsAConflict(String ifMatch) {
		assertRefused(this.demo.step(this.session, "We cook.", "If-Match", ifMatch), 412, "CONFLICT");
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "", "\"0", "\"0\" \"0\"" })
	void anIfMatchThatIsNoEntityTagIsRefused(String ifMatch) {
		assertRefused(this.demo.step(this.session, "We cook.", "If-Match", ifMatch), 400, "INVALID_REQUEST");
	}

	/** Whatever call reads a body: those of the OpenAPI document, whoever adds one. */
	@Test
	void aPackedBodyAndAByteOrderMarkAreRefusedByName() throws Exception {
		byte[] plain = ("{\"session_id\": \"" + this.session + "\", \"user_response\": \"We cook.\"}")
			.getBytes(StandardCharsets.UTF_8);
		ByteArrayOutputStream packed = new ByteArrayOutputStream();
		try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
			gzip.write(plain);
		}
		int tried = 0;
		for (ApiOperation operation : ApiOperation.changing(this.coachflow)) {
			if (operation.hasBody()) {
				Caller caller = this.coachflow.caller(operation.client(), ApiOperation.scope(operation.client()));
				String url = operation.url(Map.of("session_id", operation.path().contains("{") ? this.session : "",
						"step", "vision", "agent", "logo"));
				for (String coding : List.of("gzip", "x-gzip", "identity, br", "DEFLATE")) {
					Caller.Answer answer = caller.sendBody(operation.method(), url,
							HttpRequest.BodyPublishers.ofByteArray(packed.toByteArray()),
							Map.of("Content-Type", "application/json", "Content-Encoding", coding));
					assertRefused(answer, 415, "UNSUPPORTED_MEDIA_TYPE");
					assertThat(answer.field("message")).contains("Content-Encoding", coding.replace("identity, ", ""));
					assertThat(answer.header("Accept-Encoding")).isEqualTo("identity");
				}
				for (String mark : List.of("\u00ef\u00bb\u00bf", "\u00fe\u00ff", "\u00ff\u00fe")) {
					ByteArrayOutputStream marked = new ByteArrayOutputStream();
					marked.write(mark.getBytes(StandardCharsets.ISO_8859_1));
					marked.write(plain);
					Caller.Answer answer = caller.sendBody(operation.method(), url,
							HttpRequest.BodyPublishers.ofByteArray(marked.toByteArray()),
							Map.of("Content-Type", "application/json"));
					assertRefused(answer, 400, "INVALID_REQUEST");
					assertThat(answer.field("message")).contains("byte order mark");
				}
				tried++;
			}
		}
		assertThat(tried).isGreaterThanOrEqualTo(3);
	}

	@Test
	void aBodyOverSixtyFourKibibytesIsRefused() throws Exception {
		String large = "{\"x\": \"" + "a".repeat(64 * 1024) + "\"}";
		String keys = "{\"session_id\": \"" + this.session + "\"" + ",\"k\":1".repeat(1_000_000) + "}";
		for (String path : POSTS) {
			assertRefused(this.demo.postText(Caller.COACHING + path, large), 413, "PAYLOAD_TOO_LARGE");
			assertRefused(raw(path, "Content-Length: " + keys.length(), keys), 413, "PAYLOAD_TOO_LARGE");
			assertRefused(raw(path, "Transfer-Encoding: chunked", chunked(large)), 413, "PAYLOAD_TOO_LARGE");
			assertRefused(raw(path, "Transfer-Encoding: chunked", chunked(nested(100_000))), 413, "PAYLOAD_TOO_LARGE");
			assertRefused(raw(path, "Content-Length: 99999999999", ""), 413, "PAYLOAD_TOO_LARGE");
		}
		assertRefused(this.coachflow.stranger().postText(STEP, large), 401, "UNAUTHORIZED");
	}

	static String nested(int depth) {
		return "{\"x\":" + "[".repeat(depth - 1) + "]".repeat(depth - 1) + "}";
	}

	static String objects(int depth) {
		return "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);
	}

	static String chunked(String body) {
		StringBuilder chunks = new StringBuilder();
		for (int at = 0; at < body.length(); at += 8000) {
			String chunk = body.substring(at, Math.min(body.length(), at + 8000));
			chunks.append(Integer.toHexString(chunk.length())).append("\r\n").append(chunk).append("\r\n");
		}
		return chunks.append("0\r\n\r\n").toString();
	}

	private RawHttp.Answer raw(String path, String length, String body) throws Exception {
		return RawHttp.sendBytes(this.coachflow.port(),
				("POST " + Caller.COACHING + path
						+ " HTTP/1.1\r\nHost: a\r\nConnection: close\r\nAuthorization: Bearer " + this.demo.token()
						+ "\r\nContent-Type: application/json\r\n" + length + "\r\n\r\n" + body)
					.getBytes(StandardCharsets.US_ASCII));
	}

}
