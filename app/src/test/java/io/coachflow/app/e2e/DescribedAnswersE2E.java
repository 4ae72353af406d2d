package io.coachflow.app.e2e;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import io.coachflow.app.e2e.Caller.Answer;
import io.coachflow.contracts.rest.IfMatch;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What really comes back is what the OpenAPI document says: of every operation, good
 * answers and bad ones.
 */
@OnSharedCoachflow
class DescribedAnswersE2E {

	private static final String NOBODYS = "00000000-0000-0000-0000-000000000000";

	/** A query, a header or a body that is malformed, by what the message names. */
	private static final Map<String, String> MALFORMED = new LinkedHashMap<>(Map.of("limit", "limit=0", "from is a day",
			"from=2026-22-11", "from_sequence", "from_sequence=-2&to_sequence=0", "as_of_sequence", "as_of_sequence=-1",
			"format", "format=tablet", "user_response", "{\"session_id\": \"x\", \"user_response\": \" \"}",
			"business_name", "{\"business_name\": \"" + "x".repeat(201) + "\"}", "session_id", "{}"));

	static {
		MALFORMED.put("agents is", "{}");
		MALFORMED.put("answers.offre",
				"{\"answers\": {\"vision\": \"v\", \"mission\": \"m\", \"clientele\": \"c\", \"differentiation\": \"d\"}}");
	}

	private final RunningCoachflow coachflow;

	private final Description description;

	private final Caller demo;

	private final Caller auditor;

	private final Caller admin;

	private final Caller analyst;

	private final Caller consumer;

	private final TreeSet<String> held = new TreeSet<>();

	DescribedAnswersE2E(RunningCoachflow coachflow) {
		this.coachflow = coachflow;
		this.description = new Description(coachflow);
		this.demo = coachflow.demo();
		this.auditor = coachflow.caller("auditor", "coaching:audit");
		this.admin = coachflow.caller("admin", "coaching:admin");
		this.analyst = coachflow.caller("analyst", "coaching:analytics");
		this.consumer = coachflow.caller("consumer", "coaching:events");
	}

	@Test
	void everyOperationAnswersAsDescribed() {
		Answer started = this.demo.start(Map.of("business_name", "Teranga Table", "sector", "restaurant"));
		String session = started.field("session_id");
		String own = Caller.COACHING + "/session/" + session;
		holds("start", started, 200);
		holds("session", this.demo.session(session), 200);
		holds("help", this.demo.post(Caller.COACHING + "/help", Map.of("session_id", session)), 200);
		holds("proposals", this.demo.post(Caller.COACHING + "/proposals", Map.of("session_id", session)), 200);
		holds("proposals",
				this.demo.post(Caller.COACHING + "/proposals", Map.of("session_id", session, "step", "offre")), 400);
		holds("reformulate", this.demo.post(Caller.COACHING + "/reformulate",
				Map.of("session_id", session, "text", "basically we cook 300 lunches a day in dakar")), 200);
		holds("step", this.demo.step(session, "food"), 200);
		holds("complete", this.demo.complete(session), 400);
		holds("businessPackage", this.demo.get(own + "/package"), 404);
		CoachingSessionE2E.STEPS.stream()
			.skip(1)
			.forEach((step) -> holds("step",
					this.demo.step(session, "In 2031 we run 3 restaurants in Dakar for " + step), 200));
		holds("complete", this.demo.complete(session), 200);
		holds("session", this.demo.session(session), 200);
		holds("sessions", this.demo.get(Caller.COACHING + "/sessions"), 200);
		holds("businessPackage", this.demo.get(own + "/package"), 200);
		holds("stream", this.demo.get(own + "/package/stream"), 200);
		holds("businessPackage", this.demo.get(own + "/package"), 200);
		holds("businessPackage", this.demo.get(own + "/package?format=markdown"), 200);
		holds("logo", this.demo.get(own + "/package/logo/1.svg"), 200);
		holds("logo", this.demo.get(own + "/package/logo/9.svg"), 404);
		holds("regenerate", this.demo.post(own + "/package/agents/seo/regenerate", Map.of()), 202);
		holds("regenerate", this.demo.post(own + "/package/agents/tea/regenerate", Map.of()), 404);
		holds("reviseAnswer", this.demo.send("PUT", own + "/answers/offre", "{\"user_response\": \"A buffet\"}",
				Map.of("Content-Type", "application/json")), 200);
		holds("describeBusiness", this.demo.send("PATCH", own, "{\"city\": \"Dakar\", \"sector\": null}",
				Map.of("Content-Type", "application/json")), 200);
		holds("regenerateAgents", this.demo.post(own + "/package/regenerate", Map.of("agents", "stale")), 202);
		holds("businessPackage", this.demo.get(own + "/package"), 200);
		holds("startFromBrief", this.demo.post(Caller.COACHING + "/from-brief",
				Map.of("answers", this.demo.session(session).json().get("answers"))), 200);
		holds("history", this.demo.get(own + "/history"), 200);
		holds("history", this.demo.get(own + "/history?as_of_sequence=0"), 200);
		holds("history", this.demo.get(own + "/history?format=markdown"), 200);
		holds("diff", this.demo.get(own + "/history/diff?from_sequence=-1&to_sequence=6"), 200);
		holds("exportHistory", this.demo.get(own + "/history/export"), 200);
		holdsForAuditors(session);
		holdsForConsumers(session);
		holdsForOthers();
		holds("deleteSession", this.demo.delete(own), 204);
		holds("session", this.demo.session(session), 404);

		assertThat(this.held).as("Each operation is tried here: add the new one")
			.containsExactlyElementsOf(this.description.operationIds());
	}

	private void holdsForAuditors(String session) {
		String audit = "/api/v1/audit/";
		holds("verifySession", this.auditor.get(audit + "sessions/" + session + "/verify"), 200);
		holds("exportSession", this.auditor.get(audit + "sessions/" + session + "/export"), 200);
		holds("verifyLog", this.auditor.get(audit + "verify"), 200);
		holds("exportLog", this.auditor.get(audit + "export"), 200);
		await().untilAsserted(
				() -> assertThat(this.auditor.get(audit + "sessions?user=demo").json().get("sessions")).isNotEmpty());
		holds("find", this.auditor.get(audit + "sessions?user=demo"), 200);
		holds("access", this.auditor.get(audit + "access?limit=100"), 200);
	}

	private void holdsForConsumers(String session) {
		String events = "/api/v1/events";
		holds("events", this.consumer.get(events + "?limit=1000&session_id=" + session), 200);
		holds("events", this.auditor.get(events + "?limit=1000&session_id=" + session), 200);
		Caller stranger = this.coachflow.stranger();
		holds("asyncApi", stranger.get(events + "/asyncapi"), 200);
		holds("schema", stranger.get(events + "/schemas/io.coachflow.session.completed.v1"), 200);
		holds("schema", stranger.get(events + "/schemas/io.coachflow.session.completed.v9"), 404);
	}

	private void holdsForOthers() {
		for (String figures : List.of("funnel", "steps", "costs")) {
			holds(figures, this.analyst.get("/api/v1/analytics/" + figures), 200);
			holds(figures, this.analyst.get("/api/v1/analytics/" + figures + "?format=csv"), 200);
		}
		String operation = "/api/v1/admin/";
		holds("projections", this.admin.get(operation + "projections"), 200);
		holds("rebuild", this.admin.post(operation + "projections/tea/rebuild", Map.of()), 404);
		holds("confirm", this.admin.post(operation + "projections/session-list/confirm", Map.of()), 409);
		holds("rollBack", this.admin.post(operation + "projections/session-list/rollback", Map.of()), 409);
		holds("deadLetters", this.admin.get(operation + "dead-letters"), 200);
		holds("retry", this.admin.post(operation + "dead-letters/" + NOBODYS + "/retry", Map.of()), 404);
		holds("discard", this.admin.delete(operation + "dead-letters/" + NOBODYS), 404);
		holds("actions", this.admin.get(operation + "actions"), 200);
	}

	@Test
	void whatIsRefusedComesInEitherShapeAsDescribed() {
		Caller stranger = this.coachflow.stranger();
		Caller other = this.coachflow.caller("demo2", "coaching");
		for (ObjectNode operation : this.description.operations()) {
			String id = operation.get("operationId").asString();
			if (!operation.path("responses").has("401")) {
				continue;
			}
			for (String type : List.of("application/json", "application/problem+json")) {
				Answer unknown = send(stranger, operation, "", Map.of("Accept", type));
				assertThat(unknown.header("Content-Type")).startsWith(type);
				assertThat(unknown.status()).as(id).isEqualTo(401);
				this.description.assertSays(id, unknown);
				this.description.assertSays(id, send(other, operation, "{}", Map.of("Accept", type)));
			}
		}
	}

	@Test
	void theExampleOfAMalformedRequestIsWhatItHears() {
		for (ObjectNode operation : this.description.operations()) {
			String id = operation.get("operationId").asString();
			String message = operation
				.at("/responses/400/content/application~1json/examples/INVALID_REQUEST/value/message")
				.asString("");
			String named = MALFORMED.keySet()
				.stream()
				.filter(message::startsWith)
				.findFirst()
				.orElse(message.startsWith("There is no such format") ? "format" : "");
			if (!operation.at("/responses/400").isObject() || message.startsWith("Last-Event-ID")) {
				continue;
			}
			if (message.equals(IfMatch.MALFORMED)) {
				Answer unquoted = send(caller(operation), operation, "", Map.of(IfMatch.NAME, "2"));
				assertThat(unquoted.field("message")).as(id).isEqualTo(message);
				continue;
			}
			assertThat(named).as("%s: %s", id, message).isNotEmpty();
			Answer answer = send(caller(operation), operation, String.valueOf(MALFORMED.get(named)), Map.of());
			assertThat(answer.field("error")).as("%s: %s", id, answer).isEqualTo("INVALID_REQUEST");
			assertThat(answer.field("message")).as(id).isEqualTo(message);
		}
	}

	private void holds(String operation, Answer answer, int status) {
		assertThat(answer.status()).as("%s %s", operation, answer).isEqualTo(status);
		this.description.assertSays(operation, answer);
		this.held.add(operation);
	}

	private Caller caller(ObjectNode operation) {
		String path = operation.get("path").asString();
		if (path.startsWith("/api/v1/admin")) {
			return this.admin;
		}
		if (path.startsWith("/api/v1/analytics")) {
			return this.analyst;
		}
		return path.startsWith("/api/v1/coaching") ? this.demo : this.auditor;
	}

	/** With a query, or with a body where the operation takes one. */
	private static Answer send(Caller caller, ObjectNode operation, String sent, Map<String, String> headers) {
		String path = operation.get("path").asString();
		for (JsonNode parameter : operation.path("parameters")) {
			String value = parameter.at("/schema/enum/0").asString(parameter.path("example").asString(NOBODYS));
			path = path.replace("{" + parameter.get("name").asString() + "}", value.replaceAll("[^a-z0-9.-]", "x"));
		}
		boolean body = operation.has("requestBody");
		Map<String, String> all = new LinkedHashMap<>(headers);
		if (body) {
			all.put("Content-Type", "application/json");
		}
		return caller.send(operation.get("method").asString(),
				(body || sent.isEmpty() || sent.startsWith("{")) ? path : path + "?" + sent, body ? sent : null, all);
	}

}
