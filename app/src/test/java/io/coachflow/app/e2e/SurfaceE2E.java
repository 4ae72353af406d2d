package io.coachflow.app.e2e;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.coachflow.app.e2e.Caller.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.coachflow.app.e2e.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the service shows to whom: little, and with the headers that browsers need.
 */
@OnSharedCoachflow
class SurfaceE2E {

	private final RunningCoachflow coachflow;

	private final Caller stranger;

	SurfaceE2E(RunningCoachflow coachflow) {
		this.coachflow = coachflow;
		this.stranger = coachflow.stranger();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness",
			"/v3/api-docs", "/v3/api-docs.yaml", "/swagger-ui/index.html", "/oauth2/jwks",
			"/.well-known/oauth-authorization-server", "/.well-known/openid-configuration", "/api/v1/events/asyncapi",
			"/api/v1/events/schemas/io.coachflow.session.started.v1" })
	void theseAreOpen(String path) {
		Answer answer = this.stranger.get(path);

		assertThat(answer.status()).isEqualTo(200);
		assertHardened(answer);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/actuator", "/actuator/env", "/actuator/heapdump", "/actuator/beans",
			"/actuator/configprops", "/actuator/threaddump", "/actuator/loggers", "/actuator/mappings",
			"/actuator/metrics", "/actuator/shutdown", "/actuator/prometheus", "/actuator/health/../env",
			"/.well-known/oauth-protected-resource", "/h2-console", "/application.yml", "/WEB-INF/web.xml",
			"/swagger-ui/../actuator/env", "/swagger-ui/..%2f..%2fapplication.yml", "/v3/api-docs/..;/x",
			"/api/v1/events", "/api/v1/events/", "/api/v1/events/schemas", "/api/v1/events/schemas/x/../..",
			"/api/v1/events/asyncapi/x" })
	void theseAreClosed(String path) {
		assertThat(this.stranger.get(path).status()).isIn(400, 401, 404);
		assertThat(this.coachflow.demo().get(path).status()).isIn(400, 403, 404);
		assertHardened(this.stranger.get(path));
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "env", "heapdump", "beans", "configprops", "threaddump", "loggers", "shutdown", "metrics" })
	void notEvenAnAdministratorSeesTheInside(String endpoint) {
		assertRefused(this.coachflow.caller("admin", "coaching:admin").get("/actuator/" + endpoint), 404, "NOT_FOUND");
	}

	@Test
	void healthTellsStatesAndNoDetails() {
		Answer health = this.stranger.get("/actuator/health");

		assertThat(health.field("status")).isEqualTo("UP");
		assertThat(health.text()).doesNotContain("details", "jdbc", "version", "PostgreSQL", "validationQuery");
	}

	@Test
	void operatorsSeeRequestsAndNotEachFilter() {
		this.coachflow.demo().startedSession();

		String metrics = this.coachflow.caller("admin", "coaching:admin").get("/actuator/prometheus").text();

		assertThat(metrics).contains("http_server_requests_seconds_count", "uri=\"/api/v1/coaching/start\"")
			.doesNotContain("spring_security");
	}

	@Test
	void securityHeadersComeWithAnswersAndWithErrors() throws IOException {
		Caller demo = this.coachflow.demo();
		for (Answer answer : List.of(demo.start(Map.of()), demo.get("/nope"), demo.step("x", "y"),
				demo.postText(Caller.COACHING + "/start", "{"), this.stranger.get(Caller.COACHING + "/sessions"),
				this.coachflow.caller("auditor", "coaching:audit").get(Caller.COACHING + "/sessions"))) {
			assertHardened(answer);
			assertThat(answer.header("Cache-Control")).contains("no-store");
			assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
			assertThat(answer.header("Content-Security-Policy")).contains("default-src 'self'",
					"frame-ancestors 'none'");
			assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
		}
		for (String line : List.of("GET /[ HTTP/1.1", "GET //x HTTP/1.1", "TRACE / HTTP/1.1")) {
			RawHttp.Answer answer = RawHttp.send(this.coachflow.port(), line);
			assertThat(answer.header("x-content-type-options")).as(line).isEqualTo("nosniff");
			assertThat(answer.header("cache-control")).as(line).contains("no-store");
			assertThat(answer.headers()).doesNotContainKeys("server", "x-powered-by");
		}
	}

	@Test
	void noOtherOriginIsInvited() {
		Answer answer = this.coachflow.demo().start(Map.of(), "Origin", "https://evil.example");

		assertRefused(answer, 403, "FORBIDDEN");
		assertThat(answer.response().headers().map().keySet()).noneMatch((name) -> name.startsWith("access-control"));
		assertThat(answer.header("Set-Cookie")).isEmpty();
	}

	@Test
	void theLogHoldsNeitherTokensNorSecretsNorAnswers() throws IOException {
		Caller demo = this.coachflow.demo();
		String said = "We distil a secret rum in Saint-Louis, sold to 1,234 bars.";
		String session = demo.start(Map.of("business_name", "Rhum Secret SARL")).field("session_id");
		demo.step(session, said, "Idempotency-Key", "key-not-for-the-log");
		demo.step(session, said + "\0");
		demo.postText(Caller.COACHING + "/step", "{\"user_response\": \"" + said);
		demo.with(demo.token() + "x").session(session);
		demo.get(Caller.COACHING + "/sessions?access_token=" + demo.token() + "&cursor=%ff");
		this.coachflow.caller("demo2", "coaching").session(session);

		assertThat(this.coachflow.output()).doesNotContain(said, "Rhum Secret", demo.token(),
				demo.token().substring(0, 80), "key-not-for-the-log", "Bearer ey", "PRIVATE KEY", "\"d\":");
	}

	@Test
	void whatTheLogSaysStaysOnItsLine() throws IOException {
		this.coachflow.demo().step("x\r\n2026-11-22T00:00:00Z ERROR forged", "y\r\nforged entry");
		this.stranger.get("/%0d%0aforged", "User-Agent", "forged");

		assertThat(this.coachflow.output()).doesNotContain("forged");
	}

	private static void assertHardened(Answer answer) {
		assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
		Set<String> names = answer.response().headers().map().keySet();
		assertThat(names).doesNotContain("server", "x-powered-by", "x-application-context");
	}

}
