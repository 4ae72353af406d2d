package io.coachflow.app.e2e;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.coachflow.app.e2e.Caller.Answer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static io.coachflow.app.e2e.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Answers and facts are corrected before and after the completion, and the package says
 * what is out of date.
 */
@OnSharedCoachflow
class CorrectionsE2E {

	private static final JsonMapper JSON = new JsonMapper();

	private final RunningCoachflow coachflow;

	private final Caller demo;

	CorrectionsE2E(RunningCoachflow coachflow) {
		this.coachflow = coachflow;
		this.demo = coachflow.demo();
	}

	@Test
	void theFirstAnswerIsCorrectedAtTheFourthStep() throws Exception {
		String session = this.demo.startedSession();
		CoachingSessionE2E.STEPS.subList(0, 3).forEach((step) -> this.demo.step(session, "Three tables for " + step));

		Answer corrected = put(session, "vision", "Four tables in Dakar");

		assertThat(corrected.status()).isEqualTo(200);
		assertThat(corrected.json().at("/answers/vision").asString()).isEqualTo("Four tables in Dakar");
		assertThat(corrected.field("current_step")).isEqualTo("differentiation");
		assertThat(corrected.header("ETag")).isEqualTo("\"4\"");
		assertThat(corrected.json()).isEqualTo(this.demo.session(session).json());
		assertThat(this.demo.step(session, "We bake at night").field("current_step")).isEqualTo("offre");
		assertThat(EventLogReader.names(this.coachflow, session))
			.containsOnlyOnce("io.coachflow.session.answer-revised");
		JsonNode history = this.demo.get(Caller.COACHING + "/session/" + session + "/history").json();
		assertThat(history.toString()).contains("Three tables for vision", "Four tables in Dakar");
	}

	@Test
	void aRetriedCorrectionIsOne() throws Exception {
		String session = this.demo.startedSession();
		this.demo.step(session, "Three tables");

		Answer first = put(session, "vision", "Four tables", "Idempotency-Key", "correction-" + session);
		put(session, "vision", "Five tables");
		Answer again = put(session, "vision", "Four tables", "Idempotency-Key", "correction-" + session);

		assertThat(again.text()).isEqualTo(first.text());
		assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
		assertThat(this.demo.session(session).json().at("/answers/vision").asString()).isEqualTo("Five tables");
		assertRefused(put(session, "vision", "Six tables", "Idempotency-Key", "correction-" + session), 422,
				"IDEMPOTENCY_KEY_REUSED");
		assertRefused(put(session, "vision", "Six tables", "If-Match", "\"1\""), 412, "CONFLICT");
	}

	@Test
	void whatCannotBeCorrectedIsRefusedAndChangesNothing() throws Exception {
		String session = this.demo.startedSession();
		this.demo.step(session, "Three tables");

		assertRefused(put(session, "mission", "We cook"), 400, "INVALID_STEP");
		assertRefused(put(session, "price", "We cook"), 400, "INVALID_STEP");
		assertRefused(put(session, "vision", " "), 400, "INVALID_REQUEST");
		assertRefused(patch(session, "{\"city\": 7}"), 400, "INVALID_REQUEST");
		assertRefused(patch(session, "[]"), 400, "INVALID_REQUEST");
		assertRefused(patch(session, JSON.writeValueAsString(Map.of("city", "x".repeat(201)))), 400, "INVALID_REQUEST");
		Caller thief = this.coachflow.caller("demo2", "coaching");
		assertRefused(thief.send("PUT", path(session) + "/answers/vision", "{\"user_response\": \"Mine\"}",
				Map.of("Content-Type", "application/json")), 403, "FORBIDDEN");
		assertRefused(
				thief.send("PATCH", path(session), "{\"city\": \"Mine\"}", Map.of("Content-Type", "application/json")),
				403, "FORBIDDEN");
		assertThat(EventLogReader.names(this.coachflow, session)).hasSize(2);
	}

	@Test
	void factsComeLateChangeAndGo() {
		String session = this.demo.start(Map.of("city", "Dakar")).field("session_id");

		Answer told = patch(session, "{\"business_name\": \"Teranga Table\", \"sector\": \"restaurant\"}");
		assertThat(told.status()).isEqualTo(200);
		assertThat(told.field("business_name")).isEqualTo("Teranga Table");
		assertThat(told.field("city")).isEqualTo("Dakar");
		assertThat(told.json().get("examples")).as("of the sector")
			.isEqualTo(this.demo.start(Map.of("sector", "restaurant")).json().get("examples"));
		assertThat(told.json()).isEqualTo(this.demo.session(session).json());

		Answer gone = patch(session, "{\"city\": null}");
		assertThat(gone.json().get("city").isNull()).isTrue();
		Answer resumed = this.demo.start(Map.of("session_id", session, "country", "Senegal"));
		assertThat(resumed.field("current_step")).isEqualTo("vision");
		assertThat(this.demo.session(session).field("country")).isEqualTo("Senegal");
		await().untilAsserted(() -> assertThat(
				this.demo.get(Caller.COACHING + "/sessions?limit=100").json().get("sessions").valueStream())
			.filteredOn((one) -> one.get("session_id").asString().equals(session))
			.first()
			.satisfies((one) -> {
				assertThat(one.get("business_name").asString()).isEqualTo("Teranga Table");
				assertThat(one.get("city").isNull()).isTrue();
			}));
	}

	@Test
	void aCorrectedOfferLeavesTheLogoAndMakesTheOthersStale() {
		String session = completed();

		assertThat(put(session, "offre", "A buffet at 4,000 francs").field("status")).isEqualTo("completed");

		JsonNode corrected = pack(session);
		assertThat(corrected.at("/brief/value_proposition").asString()).isEqualTo("A buffet at 4,000 francs");
		for (String agent : List.of("research", "content", "seo", "template")) {
			assertThat(corrected.at("/agents/" + agent + "/stale").asBoolean()).as(agent).isTrue();
			assertThat(corrected.at("/agents/" + agent + "/stale_because").toString()).isEqualTo("[\"offre\"]");
		}
		assertThat(corrected.at("/agents/logo/stale").asBoolean()).isFalse();
		assertThat(corrected.at("/agents/logo/stale_because")).isEmpty();
		assertThat(this.demo.complete(session).json().at("/answers/offre").asString())
			.isEqualTo("A buffet at 4,000 francs");

		Answer again = this.demo.post(path(session) + "/package/regenerate",
				Map.of("agents", "stale", "wish", "A warmer tone, no French words"));
		assertThat(again.status()).isEqualTo(202);
		assertThat(again.json().get("agents").findValuesAsString("agent")).containsExactly("research", "content", "seo",
				"template");
		await().untilAsserted(() -> {
			JsonNode made = pack(session);
			assertThat(made.get("status").asString()).isEqualTo("complete");
			assertThat(made.at("/agents/content/result_generation").asInt()).isEqualTo(2);
			assertThat(made.at("/agents/logo/result_generation").asInt()).isEqualTo(1);
			made.get("agents").forEach((agent) -> assertThat(agent.get("stale").asBoolean()).isFalse());
		});
	}

	@Test
	void whatIsChangedBackIsNotStale() {
		String session = completed();
		String before = this.demo.session(session).json().at("/answers/offre").asString();

		put(session, "offre", "A buffet");
		put(session, "offre", before);

		pack(session).get("agents").forEach((agent) -> assertThat(agent.get("stale").asBoolean()).isFalse());
	}

	@Test
	void aNameThatCameLateIsInTheBriefAndInWhatIsMadeAnew() {
		String session = completed();

		patch(session, "{\"business_name\": \"Chez Aïssatou\"}");
		assertThat(pack(session).at("/brief/business_name").asString()).isEqualTo("Chez Aïssatou");
		assertThat(pack(session).at("/agents/logo/stale").asBoolean()).isTrue();
		this.demo.post(path(session) + "/package/regenerate", Map.of("agents", List.of("logo", "content")));

		await().untilAsserted(() -> {
			assertThat(pack(session).at("/agents/content/stale").asBoolean()).isFalse();
			assertThat(pack(session).at("/agents/content/result").toString()).contains("Chez Aïssatou");
		});
	}

	@Test
	void aRegenerationThatMakesNoSenseIsRefused() {
		String session = completed();
		for (Map<String, Object> body : List.<Map<String, Object>>of(Map.of(), Map.of("agents", "all"),
				Map.of("agents", List.of()), Map.of("agents", List.of("printer")), Map.of("agents", List.of(1)),
				Map.of("agents", "stale", "wish", " "), Map.of("agents", "stale", "wish", "x".repeat(501)),
				Map.of("agents", "stale", "wish", 7))) {
			assertRefused(this.demo.post(path(session) + "/package/regenerate", body), 400, "INVALID_REQUEST");
		}
		assertRefused(this.coachflow.caller("demo2", "coaching")
			.post(path(session) + "/package/regenerate", Map.of("agents", "stale")), 403, "FORBIDDEN");
		assertThat(
				this.demo.post(path(session) + "/package/regenerate", Map.of("agents", "stale")).json().get("agents"))
			.isEmpty();
	}

	private String completed() {
		String session = this.demo.start(Map.of("sector", "restaurant", "city", "Dakar")).field("session_id");
		CoachingSessionE2E.STEPS.forEach((step) -> this.demo.step(session, "We cook in Dakar for " + step));
		await().until(() -> pack(session).get("status").asString().equals("complete"));
		return session;
	}

	private JsonNode pack(String session) {
		return this.demo.get(path(session) + "/package").json();
	}

	private static String path(String session) {
		return Caller.COACHING + "/session/" + session;
	}

	private Answer put(String session, String step, String answer, String... headers) {
		return this.demo.send("PUT", path(session) + "/answers/" + step,
				JSON.writeValueAsString(Map.of("user_response", answer)), json(headers));
	}

	private Answer patch(String session, String body) {
		return this.demo.send("PATCH", path(session), body, json());
	}

	private static Map<String, String> json(String... headers) {
		Map<String, String> all = new LinkedHashMap<>(Map.of("Content-Type", "application/json"));
		for (int i = 0; i < headers.length; i += 2) {
			all.put(headers[i], headers[i + 1]);
		}
		return all;
	}

}
