package io.coachflow.app.e2e;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.coachflow.app.e2e.Caller.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static io.coachflow.app.e2e.Refusal.assertRefused;
import static io.coachflow.app.e2e.SharedCoachflow.ORIGIN;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A page of an origin that the settings name may call everything and read every answer;
 * pages of others nothing.
 */
@OnSharedCoachflow
class CorsE2E {

	private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

	private static final String WANTED = "authorization,content-type,idempotency-key,if-match,last-event-id";

	private static final String SESSIONS = Caller.COACHING + "/sessions";

	private final RunningCoachflow coachflow;

	private final Caller stranger;

	CorsE2E(RunningCoachflow coachflow) {
		this.coachflow = coachflow;
		this.stranger = coachflow.stranger();
	}

	@Test
	void aBrowserMayAskBeforeItCallsAnythingInTheDocument() {
		JsonNode paths = this.stranger.get("/v3/api-docs").json().get("paths");
		assertThat(paths).hasSizeGreaterThan(20);

		paths.forEachEntry((path, operations) -> operations.propertyNames()
			.stream()
			.filter(METHODS::contains)
			.forEach((method) -> assertInvited(preflight(ORIGIN, method.toUpperCase(), path.replaceAll("[{}]", "")),
					method.toUpperCase())));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/oauth2/token", "/oauth2/jwks", "/.well-known/openid-configuration", "/v3/api-docs" })
	void aBrowserMayGetItsTokenFromTheLocalIssuer(String path) {
		assertInvited(preflight(ORIGIN, "POST", path), "POST");
	}

	@Test
	void answersAndErrorsCanBeRead() throws IOException {
		Caller demo = this.coachflow.demo();
		String start = Caller.COACHING + "/start";
		for (Answer answer : List.of(demo.start(Map.of(), "Origin", ORIGIN), demo.get(SESSIONS, "Origin", ORIGIN),
				this.stranger.get(SESSIONS, "Origin", ORIGIN), demo.get("/api/v1/audit/verify", "Origin", ORIGIN),
				demo.get("/nope", "Origin", ORIGIN), demo.get(start, "Origin", ORIGIN),
				demo.postText(start, "{", "Origin", ORIGIN),
				demo.postText(start, "{\"x\": \"" + "x".repeat(70_000) + "\"}", "Origin", ORIGIN),
				demo.send("POST", start, "x", Map.of("Content-Type", "text/plain", "Origin", ORIGIN)),
				demo.get("/api/v1//x", "Origin", ORIGIN),
				this.stranger.send("POST", "/oauth2/token", "", Map.of("Origin", ORIGIN)))) {
			assertThat(answer.header("Access-Control-Allow-Origin")).as("%s", answer).isEqualTo(ORIGIN);
			assertThat(answer.header("Access-Control-Allow-Credentials")).isEmpty();
			assertThat(exposed(answer)).contains("ETag", "Next-Cursor", "Idempotency-Replayed", "Retry-After");
			assertThat(varies(answer)).contains("Origin");
		}
		for (String line : List.of("GET /[ HTTP/1.1", "GET /api/%zz HTTP/1.1")) {
			RawHttp.Answer answer = RawHttp.send(this.coachflow.port(), line, "Origin: " + ORIGIN);
			assertRefused(answer, 400, "INVALID_REQUEST");
			assertThat(answer.header("access-control-allow-origin")).as(line).isEqualTo(ORIGIN);
		}
	}

	@Test
	void everyHeaderOfTheDocumentIsForPagesToo() {
		Set<String> documented = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
		this.stranger.get("/v3/api-docs")
			.json()
			.findValues("headers")
			.forEach((headers) -> documented.addAll(headers.propertyNames()));
		assertThat(documented).contains("ETag");
		// Which every page may read, by the Fetch standard
		documented.removeAll(Set.of("Cache-Control", "Content-Language", "Content-Length", "Content-Type", "Expires",
				"Last-Modified", "Pragma"));

		Set<String> exposed = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
		exposed.addAll(exposed(this.stranger.get(SESSIONS, "Origin", ORIGIN)));
		assertThat(exposed).containsAll(documented);
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://evil.example", "http://app.example", "https://app.example:8443",
			"https://app.example.evil.example", "null", "x" })
	void pagesOfOthersAreRefusedInTheOneShape(String origin) {
		for (Answer answer : List.of(preflight(origin, "GET", SESSIONS),
				this.coachflow.demo().get(SESSIONS, "Origin", origin))) {
			assertRefused(answer, 403, "FORBIDDEN");
			assertThat(answer.text()).contains("coachflow.cors.allowed-origins");
			assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
			assertThat(varies(answer)).contains("Origin");
		}
	}

	@Test
	void whoIsNoPageNoticesNothing() {
		Answer answer = this.coachflow.demo().get(SESSIONS);

		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
		assertThat(varies(answer)).contains("Origin");
		// The service's own pages are of its origin
		assertThat(this.coachflow.demo().get(SESSIONS, "Origin", "http://127.0.0.1:" + this.coachflow.port()).status())
			.isEqualTo(200);
	}

	private Answer preflight(String origin, String method, String path) {
		Map<String, String> headers = new HashMap<>(Map.of("Origin", origin, "Access-Control-Request-Method", method));
		headers.put("Access-Control-Request-Headers", WANTED);
		return this.stranger.send("OPTIONS", path, null, headers);
	}

	private static void assertInvited(Answer answer, String method) {
		assertThat(answer.status()).as("%s", answer.response()).isEqualTo(200);
		assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(ORIGIN);
		assertThat(answer.header("Access-Control-Allow-Methods")).contains(method);
		assertThat(answer.header("Access-Control-Allow-Headers").replace(" ", "")).isEqualToIgnoringCase(WANTED);
		assertThat(answer.header("Access-Control-Allow-Credentials")).isEmpty();
		assertThat(answer.header("Access-Control-Max-Age")).isEqualTo("3600");
		assertThat(varies(answer)).contains("Origin");
	}

	private static Set<String> exposed(Answer answer) {
		return listed(answer, "Access-Control-Expose-Headers");
	}

	private static Set<String> varies(Answer answer) {
		return listed(answer, "Vary");
	}

	private static Set<String> listed(Answer answer, String header) {
		return answer.response()
			.headers()
			.allValues(header)
			.stream()
			.flatMap((value) -> Arrays.stream(value.split(",")))
			.map(String::strip)
			.collect(Collectors.toSet());
	}

}
