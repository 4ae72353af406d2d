package io.coachflow.app.e2e;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

import io.coachflow.app.e2e.Caller.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.coachflow.app.e2e.Refusal.assertProblem;
import static io.coachflow.app.e2e.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Whoever refuses a request, a controller, a filter, the firewall or the container: the
 * error has the one shape.
 */
@OnSharedCoachflow
class ErrorShapeE2E {

	private static final String START = Caller.COACHING + "/start";

	private static final String PROBLEM = "application/problem+json";

	private static final String LONG_ANSWER = "We serve 300 offices in Dakar by 2028. ".repeat(240);

	private final RunningCoachflow coachflow;

	private final Caller demo;

	private final Caller stranger;

	ErrorShapeE2E(RunningCoachflow coachflow) {
		this.coachflow = coachflow;
		this.demo = coachflow.demo();
		this.stranger = coachflow.stranger();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/nope", "/coaching", "/error", "/api", "/api/v1/coaching", "/api/v1/coaching/nope",
			"/api/v1/coaching/session/", "/api/v1/coaching/sessions/", "/index.html", "/.env", "/favicon.ico" })
	void anUnknownRouteIsNotFoundAndTellsStrangersNothing(String path) {
		assertRefused(this.demo.get(path), 404, "NOT_FOUND");
		assertRefused(this.stranger.get(path), 401, "UNAUTHORIZED");
	}

	@ParameterizedTest
	@CsvSource({ "GET, /start, POST", "PUT, /step, POST", "PATCH, /complete, POST", "FOO, /start, POST",
			"POST, /sessions, GET", "DELETE, /sessions, GET" })
	void aWrongMethodIsToldTheRightOnes(String method, String path, String allowed) {
		Answer answer = this.demo.send(method, Caller.COACHING + path, null, Map.of());

		assertRefused(answer, 405, "METHOD_NOT_ALLOWED");
		assertThat(answer.header("Allow")).isEqualTo(allowed);
	}

	@Test
	void aSessionTakesGetPatchAndDelete() {
		Answer answer = this.demo.post(Caller.COACHING + "/session/x", Map.of());

		assertRefused(answer, 405, "METHOD_NOT_ALLOWED");
		assertThat(answer.header("Allow").split(", ")).containsExactlyInAnyOrder("GET", "PATCH", "DELETE");
	}

	@ParameterizedTest
	@ValueSource(strings = { "application/xml", "text/html", "image/png", "///" })
	void onlyJsonIsToBeHad(String accept) {
		assertRefused(this.demo.start(Map.of(), "Accept", accept), 406, "NOT_ACCEPTABLE");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "text/plain", "application/xml", "application/x-www-form-urlencoded",
			"multipart/form-data; boundary=x", "///" })
	void onlyJsonIsTaken(String contentType) {
		Map<String, String> headers = contentType.isEmpty() ? Map.of() : Map.of("Content-Type", contentType);
		assertRefused(this.demo.send("POST", START, "{}", headers), 415, "UNSUPPORTED_MEDIA_TYPE");
	}

	@Test
	void whoAsksForProblemDetailsGetsThemForErrorsAndJsonForTheRest() {
		Answer started = this.demo.start(Map.of(), "Accept", PROBLEM);
		assertThat(started.status()).isEqualTo(200);
		assertThat(started.header("Content-Type")).isEqualTo("application/json");
		assertProblem(this.demo.postText(START, "{", "Accept", PROBLEM), 400, "INVALID_REQUEST");
		assertProblem(this.demo.step("nope", "x", "Accept", "application/json, " + PROBLEM), 404, "SESSION_NOT_FOUND");
		assertProblem(this.demo.get("/nope", "Accept", PROBLEM), 404, "NOT_FOUND");
		assertProblem(this.demo.get(START, "Accept", PROBLEM), 405, "METHOD_NOT_ALLOWED");
		assertProblem(this.demo.postText(START, "x".repeat(70_000), "Accept", PROBLEM), 413, "PAYLOAD_TOO_LARGE");
		assertProblem(this.stranger.get("/api/v1/x", "Accept", PROBLEM), 401, "UNAUTHORIZED");
		assertProblem(this.coachflow.caller("auditor", "coaching:audit")
			.get(Caller.COACHING + "/sessions", "Accept", PROBLEM), 403, "FORBIDDEN");
		assertProblem(this.demo.get("//api", "Accept", PROBLEM), 400, "INVALID_REQUEST");
		assertRefused(this.demo.postText(START, "{", "Accept", PROBLEM + ";q=0, */*"), 400, "INVALID_REQUEST");
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET /api/%00", "GET //api/v1", "GET /api/v1/coaching/..;/x", "GET /api/v1/../../x",
			"GET /../../etc/passwd", "GET /%2e%2e/x", "GET /./x", "GET /api%2Fv1", "GET /api/v1/coaching/session/a%2Fb",
			"GET /api/v1/coaching/session/a%5Cb", "GET /api/v1/coaching/session/a\\b",
			"GET /api/v1/coaching/session/%0d%0aX:y", "GET /api/v1/coaching/sessions;x=y", "GET /api/[", "GET /api/\"",
			"GET /api/{x}", "GET /api/<script>", "GET /api/v1/coaching/sessions?x=[", "GET /x?y={\"", "GET /%zz",
			"GET /%ff", "GET x", "GET http://elsewhere/x", "G<T /", "CONNECT localhost:80",
			"GET /api/v1/coaching/sessions?cursor=%zz", "GET /api/v1/coaching/sessions?cursor=%ff" })
	void aTargetThatIsNoneIsMalformed(String methodAndTarget) throws IOException {
		assertRefused(raw(methodAndTarget), 400, "INVALID_REQUEST");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Host: a", "Host:", "Content-Length: x", "Content-Length: -1",
			"Content-Length: 99999999999999999999", "Content-Length: 2\r\nContent-Length: 3", "Transfer-Encoding: foo",
			"Bad Header: x", ": x", "X: a\0b", "Expect: foo" })
	void aHeaderThatIsNoneIsMalformed(String header) throws IOException {
		assertRefused(raw("POST " + START, "Content-Type: application/json", header), 400, "INVALID_REQUEST");
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET / HTTP/1.1\r\n\r\n", "GET / HTTP/1.1\r\nHost: a b\r\n\r\n",
			"GET / HTTP/1.1\r\nHost: [\r\n\r\n", "GET / HTTP/9.9\r\nHost: a\r\n\r\n", "\u0016\u0003\u0001\0\r\n\r\n",
			"POST /api/v1/coaching/start HTTP/1.1\r\nHost: a\r\n nothing: folded\r\n\r\n" })
	void aHeadThatIsNoneIsMalformed(String head) throws IOException {
		assertRefused(RawHttp.sendBytes(this.coachflow.port(), head.getBytes(StandardCharsets.ISO_8859_1)), 400,
				"INVALID_REQUEST");
	}

	@Test
	void traceIsNotAnswered() throws IOException {
		assertRefused(raw("TRACE " + START), 405, "METHOD_NOT_ALLOWED");
	}

	@Test
	void anAbsurdlyLongAddressIsRefused() throws IOException {
		assertRefused(raw("GET /" + "a".repeat(200_000)), 400, "INVALID_REQUEST");
		assertRefused(raw("GET /" + "a".repeat(50_000)), 404, "NOT_FOUND");
	}

	@Test
	void aChunkThatIsNoneIsMalformedAndNobodysFaultInTheLog() throws IOException {
		String head = "POST " + START + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\nAuthorization: Bearer "
				+ this.demo.token() + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n";
		int before = this.coachflow.output().length();
		RawHttp.Answer answer = RawHttp.sendBytes(this.coachflow.port(),
				(head + "zz\r\n{}\r\n0\r\n\r\n").getBytes(StandardCharsets.US_ASCII));

		assertRefused(answer, 400, "INVALID_REQUEST");
		assertThat(this.coachflow.output().substring(before)).doesNotContain("Invalid chunk header",
				"A request failed");
	}

	@Test
	void aClientThatHangsUpIsNobodysFaultInTheLog() throws Exception {
		String session = this.demo.startedSession();
		for (int step = 0; step < 5; step++) {
			this.demo.step(session, LONG_ANSWER);
		}
		int before = this.coachflow.output().length();

		for (int time = 0; time < 5; time++) {
			RawHttp.sendAndHangUp(this.coachflow.port(), "GET " + Caller.COACHING + "/session/" + session + " HTTP/1.1",
					"Authorization: Bearer " + this.demo.token());
		}

		// The log is asked on the way to an answer, so that this one comes behind those
		assertThat(this.demo.session(session).status()).isEqualTo(200);
		await().during(Duration.ofMillis(500))
			.untilAsserted(() -> assertThat(this.coachflow.output().substring(before))
				.doesNotContain("A request failed", "Broken pipe", "Connection reset"));
	}

	private RawHttp.Answer raw(String methodAndTarget, String... headers) throws IOException {
		String[] all = new String[headers.length + 1];
		System.arraycopy(headers, 0, all, 0, headers.length);
		all[headers.length] = "Authorization: Bearer " + this.demo.token();
		return RawHttp.send(this.coachflow.port(), methodAndTarget + " HTTP/1.1", all);
	}

}
