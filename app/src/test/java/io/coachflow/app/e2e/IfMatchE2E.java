package io.coachflow.app.e2e;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.coachflow.app.e2e.Caller.Answer;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static io.coachflow.app.e2e.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Every changing call of the OpenAPI document honours {@code If-Match}: what the caller
 * has not seen is not changed.
 */
@OnSharedCoachflow
class IfMatchE2E {

	private static final JsonMapper JSON = new JsonMapper();

	private final RunningCoachflow coachflow;

	private final Map<String, Caller> callers = new HashMap<>();

	private final Caller demo;

	IfMatchE2E(RunningCoachflow coachflow) {
		this.coachflow = coachflow;
		this.demo = coachflow.demo();
	}

	@Test
	void everyChangingCallRefusesWhatTheCallerHasNotSeenAndDocumentsIt() throws SQLException {
		String session = completed();
		awaitPackage(session);
		String before = this.demo.session(session).text();
		String packageBefore = this.demo.get(packagePath(session)).text();
		long events = EventLogReader.count(this.coachflow);
		SoftAssertions all = new SoftAssertions();
		for (ApiOperation operation : ApiOperation.changing(this.coachflow)) {
			for (String stale : List.of("\"999\"", "\"x\"", "W/\"6\"", "W/\"12\"", "\"997\", , W/\"998\" ,\"999\"",
					"\"99999999999999999999\"", "\"6,\"")) {
				Answer answer = send(operation, session, stale);
				all.check(() -> assertThat(answer.status()).as("%s with %s: %s", operation, stale, answer)
					.isEqualTo(412));
				all.check(() -> assertRefused(answer, 412, "CONFLICT"));
			}
			for (String malformed : List.of("6", "\"6", "x", "\"a\" \"b\"", "*, \"6\"", "w/\"6\"", ",")) {
				Answer answer = send(operation, session, malformed);
				all.check(() -> assertThat(answer.status()).as("%s with %s: %s", operation, malformed, answer)
					.isEqualTo(400));
			}
			all.assertThat(operation.parameters().stream().map(ApiOperation.Parameter::name))
				.as("%s", operation)
				.contains("If-Match");
			all.assertThat(operation.description().at("/responses").propertyNames())
				.as("%s", operation)
				.contains("412", "400");
		}
		all.assertAll();
		assertThat(EventLogReader.count(this.coachflow)).isEqualTo(events);
		assertThat(this.demo.session(session).text()).isEqualTo(before);
		assertThat(this.demo.get(packagePath(session)).text()).isEqualTo(packageBefore);
	}

	@Test
	void whoHasSeenTheSessionMayGoOn() {
		String own = this.demo.startedSession();
		String etag = this.demo.session(own).header("ETag");

		assertThat(this.demo.start(Map.of("session_id", own), "If-Match", etag).status()).isEqualTo(200);
		Answer step = this.demo.step(own, "We cook in Dakar for 50 guests.", "If-Match", "\"7\", " + etag);
		assertThat(step.status()).isEqualTo(200);
		assertRefused(delete(own, etag), 412, "CONFLICT");
		assertThat(delete(own, step.header("ETag")).status()).isEqualTo(204);
		String session = completed();
		assertThat(this.demo.complete(session, "If-Match", this.demo.session(session).header("ETag")).status())
			.isEqualTo(200);
		assertThat(this.demo.complete(session, "If-Match", " * ").status()).isEqualTo(200);
		assertThat(delete(session, "*").status()).isEqualTo(204);
	}

	@Test
	void anAgentRunsAgainForWhoHasSeenItsPackageInWhateverForm() {
		String session = completed();
		String regenerate = packagePath(session) + "/agents/logo/regenerate";
		for (String form : List.of("application/json", "text/markdown")) {
			awaitPackage(session);
			String etag = this.demo.get(packagePath(session), "Accept", form).header("ETag");

			assertRefused(this.demo.post(regenerate, Map.of(), "If-Match", "\"1\""), 412, "CONFLICT");
			assertThat(this.demo.post(regenerate, Map.of(), "If-Match", etag).status()).isEqualTo(202);
			assertRefused(this.demo.post(regenerate, Map.of(), "If-Match", etag), 412, "CONFLICT");
		}
		awaitPackage(session);
		assertThat(this.demo.post(regenerate, Map.of(), "If-Match", "*").status()).isEqualTo(202);
	}

	@Test
	void aSessionThatIsNotThereYetHasNoTag() {
		assertRefused(this.demo.start(Map.of(), "If-Match", "\"0\""), 412, "CONFLICT");
		assertRefused(this.demo.start(Map.of(), "If-Match", "*"), 412, "CONFLICT");
	}

	private String completed() {
		String session = this.demo.startedSession();
		CoachingSessionE2E.STEPS.forEach((step) -> this.demo.step(session, "We cook in Dakar for " + step));
		return session;
	}

	private static String packagePath(String session) {
		return Caller.COACHING + "/session/" + session + "/package";
	}

	private void awaitPackage(String session) {
		await().until(() -> this.demo.get(packagePath(session)).field("status").equals("complete"));
	}

	private Answer delete(String id, String ifMatch) {
		return this.demo.send("DELETE", Caller.COACHING + "/session/" + id, null, Map.of("If-Match", ifMatch));
	}

	private Answer send(ApiOperation operation, String session, String ifMatch) {
		Map<String, String> headers = new LinkedHashMap<>(Map.of("If-Match", ifMatch));
		String body = null;
		if (operation.hasBody()) {
			headers.put("Content-Type", "application/json");
			body = JSON.writeValueAsString(Map.of("session_id", session, "user_response", "We cook in Dakar.", "text",
					"We cook in Dakar.", "agents", List.of("logo")));
		}
		return this.callers
			.computeIfAbsent(operation.client(), (client) -> this.coachflow.caller(client, ApiOperation.scope(client)))
			.send(operation.method(),
					operation.url(Map.of("session_id",
							(operation.hasBody() && !operation.path().contains("{session_id}")) ? "" : session, "agent",
							"logo", "name", "session-list", "step", "vision")),
					body, headers);
	}

}
