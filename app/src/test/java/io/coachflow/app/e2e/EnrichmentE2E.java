package io.coachflow.app.e2e;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.coachflow.app.e2e.Caller.Answer;
import io.coachflow.contracts.enrichment.PackageIds;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What follows a completed session, with agents that do as the answers tell them.
 */
@Order(LongClasses.FIRST)
class EnrichmentE2E {

	private static final JsonMapper JSON = new JsonMapper();

	private static RunningCoachflow coachflow;

	private static Caller demo;

	@BeforeAll
	static void start() throws Exception {
		coachflow = RunningCoachflow.start(Map.of("coachflow.test.rehearsed", "true", "coachflow.enrichment.heartbeat",
				"PT0.5S", "coachflow.enrichment.first-delay", "PT0.2S", "logging.level.io.coachflow.saga.enrichment",
				"info"));
		demo = coachflow.demo();
	}

	@AfterAll
	static void stop() throws Exception {
		PublishedSchemas.assertKeptByAndStop(coachflow);
	}

	@Test
	void aSessionIsWalkedAndItsPackageMade() throws Exception {
		String session = completed("Three restaurants in Dakar", Map.of("business_name", "Teranga Table", "sector",
				"restaurant", "city", "Dakar", "country", "Senegal"));

		awaitEvent(session, "completed", 1);
		assertThat(names(session)).hasSize(12).startsWith("requested").endsWith("agent-succeeded", "completed");
		assertThat(names(session)).filteredOn("agent-started"::equals).hasSize(5);
		assertThat(names(session)).filteredOn("agent-succeeded"::equals).hasSize(5);
		Answer completion = demo.complete(session);
		assertThat(completion.json().at("/brief/business_name").asString()).isEqualTo("Teranga Table");
		assertThat(completion.json().at("/brief/location").asString()).isEqualTo("Dakar, Senegal");
		assertThat(completion.json().at("/package/status").asString()).isEqualTo("complete");
		assertThat(completion.json().at("/package/agents").toString()).isEqualTo(
				"{\"research\":\"succeeded\",\"content\":\"succeeded\",\"logo\":\"succeeded\",\"seo\":\"succeeded\",\"template\":\"succeeded\"}");
		assertThat(completion.json().at("/package/href").asString())
			.isEqualTo(Caller.COACHING + "/session/" + session + "/package");
		JsonNode requested = event(session, "requested", 1).payload();
		assertThat(requested.get("user_id").asString()).isEqualTo("demo");
		assertThat(requested.get("brief")).isEqualTo(completion.json().get("brief"));
	}

	@Test
	void allFiveAgentsRunAtOnce() throws Exception {
		String session = completed("[all 1000]", Map.of());

		awaitEvent(session, "completed", 1);
		assertThat(names(session)).containsExactly("requested", "agent-started", "agent-started", "agent-started",
				"agent-started", "agent-started", "agent-succeeded", "agent-succeeded", "agent-succeeded",
				"agent-succeeded", "agent-succeeded", "completed");
		Duration wall = Duration.between(event(session, "requested", 1).at(), event(session, "completed", 1).at());
		// The target is 1.2 of a second. One after another the agents would take five
		assertThat(wall).isLessThan(Duration.ofSeconds(5));
	}

	@Test
	void everyEventOfAPackageTellsWhatItBelongsTo() throws Exception {
		String session = completed("[logo 10 fail]", Map.of());
		awaitEvent(session, "completed", 1);
		assertThat(regenerate(session, "logo").status()).isEqualTo(202);
		awaitEvent(session, "completed", 2);

		String trace = event(session, "requested", 1).metadata().get("traceId").asString();
		for (Event event : events(session)) {
			assertThat(event.metadata().get("language").asString()).isEqualTo("en");
			assertThat(event.metadata().has("correlationId")).isTrue();
			boolean first = event.sequence() <= 11;
			assertThat(event.metadata().get("traceId").asString().equals(trace)).as("%s", event).isEqualTo(first);
			assertThat(event.metadata().has("user_id")).as("%s", event)
				.isEqualTo(event.name().equals("agent-requested"));
		}
	}

	@Test
	void whatFailsForGoodLeavesThePackagePartialUntilItIsAskedForAgain() throws Exception {
		String session = completed("[seo 10 stumble] [logo 10 fail]", Map.of());
		awaitEvent(session, "completed", 1);
		assertThat(event(session, "completed", 1).payload().get("status").asString()).isEqualTo("partial");
		assertThat(event(session, "agent-delayed", 1).payload().at("/fault/kind").asString()).isEqualTo("unavailable");
		assertThat(demo.complete(session).json().at("/package/agents/logo").asString()).isEqualTo("failed");
		assertThat(demo.complete(session).json().at("/package/agents/seo").asString()).isEqualTo("succeeded");

		Answer again = regenerate(session, "logo");

		assertThat(again.status()).isEqualTo(202);
		assertThat(again.header("Location")).endsWith(Caller.COACHING + "/session/" + session + "/package");
		assertThat(again.field("agent")).isEqualTo("logo");
		assertThat(again.json().get("generation").asInt()).isEqualTo(2);
		assertThat(again.field("session_id")).isEqualTo(session);
		awaitEvent(session, "completed", 2);
		assertThat(event(session, "completed", 2).payload().get("status").asString()).isEqualTo("complete");
		assertThat(names(session)).filteredOn("agent-succeeded"::equals).hasSize(5);
		assertThat(demo.complete(session).json().at("/package/status").asString()).isEqualTo("complete");
	}

	@Test
	void whoAsksWhileAnAgentRunsIsToldOfThePresentGeneration() throws Exception {
		String session = completed("[template 1500]", Map.of());
		awaitEvent(session, "agent-started", 5);

		List<Answer> answers = List.of(regenerate(session, "template"), regenerate(session, "template"));

		assertThat(answers).allSatisfy((answer) -> {
			assertThat(answer.status()).isEqualTo(202);
			assertThat(answer.json().get("generation").asInt()).isEqualTo(1);
			assertThat(answer.field("state")).isEqualTo("running");
		});
		awaitEvent(session, "completed", 1);
		assertThat(names(session)).doesNotContain("agent-requested");
	}

	@Test
	void onlyTheOwnerOfACompletedSessionMayAsk() throws Exception {
		String session = completed("Done", Map.of());
		String open = demo.startedSession();
		Caller other = coachflow.caller("demo2", "coaching");

		assertRefused(other.post(path(session, "logo"), Map.of()), 403, "FORBIDDEN");
		assertRefused(other.post(path(session, "nobody"), Map.of()), 403, "FORBIDDEN");
		assertRefused(regenerate(session, "nobody"), 404, "NOT_FOUND");
		assertRefused(regenerate(open, "logo"), 404, "NOT_FOUND");
		assertRefused(regenerate("5a2f0b9e-4a53-4c0c-9a51-0d7d5b6f6a3c", "logo"), 404, "SESSION_NOT_FOUND");
		assertRefused(regenerate("anything", "logo"), 404, "SESSION_NOT_FOUND");
		assertThat(coachflow.stranger().post(path(session, "logo"), Map.of()).status()).isEqualTo(401);
		awaitEvent(session, "completed", 1);
		assertThat(demo.delete(Caller.COACHING + "/session/" + session).status()).isEqualTo(204);
		assertRefused(regenerate(session, "logo"), 404, "SESSION_NOT_FOUND");
		assertThat(names(session)).doesNotContain("agent-requested");
	}

	@Test
	void aKeptCompletionIsRepeatedByteForByteWhateverBecameOfThePackage() throws Exception {
		String session = completed("[all 700]", Map.of());
		Answer first = demo.complete(session, "Idempotency-Key", "completion-1");
		assertThat(first.json().at("/package/status").asString()).isEqualTo("running");
		awaitEvent(session, "completed", 1);

		Answer again = demo.complete(session, "Idempotency-Key", "completion-1");

		assertThat(again.bytes()).isEqualTo(first.bytes());
		assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
		assertThat(demo.complete(session).json().at("/package/status").asString()).isEqualTo("complete");
	}

	@Test
	void afterKillAndLossOfEveryPositionThePackageCompletesOnce() throws Exception {
		String session = completed("[all 1500]", Map.of());
		String before = completed("Done before", Map.of());
		awaitEvent(before, "completed", 1);
		awaitEvent(session, "agent-started", 5);

		coachflow.kill();
		coachflow.execute("DELETE FROM token_entry WHERE processor_name = 'enrichment'");
		coachflow.execute("DELETE FROM saga_entry");
		coachflow.execute("DELETE FROM saga_association");
		coachflow.execute("DELETE FROM scheduled_tasks");
		coachflow.startAgain(Map.of());
		demo = coachflow.demo();

		awaitEvent(session, "completed", 1);
		awaitNothingLeft();
		assertThat(names(session)).filteredOn("agent-succeeded"::equals).hasSize(5);
		assertThat(names(session)).filteredOn("completed"::equals).hasSize(1);
		assertThat(names(before)).hasSize(12);
	}

	@Test
	void aStoppedNodesAgentsGoOnAfterTheRestart() throws Exception {
		String session = completed("[all 4000]", Map.of());
		awaitEvent(session, "agent-started", 5);

		coachflow.stop();
		coachflow.startAgain(Map.of());
		demo = coachflow.demo();

		awaitEvent(session, "completed", 1);
		assertThat(event(session, "completed", 1).payload().get("status").asString()).isEqualTo("complete");
		assertThat(names(session)).doesNotContain("agent-delayed", "agent-failed");
		awaitNothingLeft();
	}

	@Test
	void aStarvedNodeDoesNotTakeItsOwnAgentsForDead() throws Exception {
		String session = completed("[all 9000]", Map.of());
		awaitEvent(session, "agent-started", 5);

		// Longer than the four heartbeats after which a job's node counts as dead
		for (int i = 0; i < 3; i++) {
			coachflow.starve(Duration.ofMillis(2_500));
			Thread.sleep(200);
		}

		awaitEvent(session, "completed", 1);
		awaitNothingLeft();
		assertThat(names(session)).filteredOn("agent-started"::equals).hasSize(5);
		assertThat(names(session)).filteredOn("agent-succeeded"::equals).hasSize(5);
		assertThat(coachflow.output()).doesNotContain("Indicates a bug", "Should not happen",
				"\tat com.github.kagkarlsson");
	}

	/** As another node does once it takes this one for dead. */
	@Test
	void anAgentThatAnotherNodeTookOverMeanwhileEndsQuietlyAndOnce() throws Exception {
		String session = completed("[all 3000]", Map.of());
		awaitEvent(session, "agent-started", 5);

		coachflow.execute(
				"""
						UPDATE scheduled_tasks SET picked = false, picked_by = NULL, last_heartbeat = NULL, version = version + 1,
						                           execution_time = now()""");

		awaitEvent(session, "completed", 1);
		awaitNothingLeft();
		assertThat(names(session)).filteredOn("agent-succeeded"::equals).hasSize(5);
		assertThat(names(session)).filteredOn("completed"::equals).hasSize(1);
		assertThat(coachflow.output()).doesNotContain("Indicates a bug", "Should not happen",
				"\tat com.github.kagkarlsson");
		await().atMost(Duration.ofSeconds(20)).until(() -> coachflow.output().contains("was taken over meanwhile"));
	}

	/** Half of all sessions would wait behind one that cannot have a package. */
	@Test
	void sessionsDeletedBeforeTheirPackageWasAskedForHoldNobodyUp() throws Exception {
		coachflow.stop();
		coachflow.startAgain(Map.of("coachflow.roles", "api,projections"));
		demo = coachflow.demo();
		List<String> deleted = new ArrayList<>();
		List<String> kept = new ArrayList<>();
		for (int i = 0; i < 6; i++) {
			deleted.add(completed("Given up", Map.of()));
			assertThat(demo.delete(Caller.COACHING + "/session/" + deleted.getLast()).status()).isEqualTo(204);
			kept.add(completed("Kept", Map.of()));
		}

		coachflow.stop();
		coachflow.startAgain(Map.of("coachflow.roles", "api,projections,enrichment"));
		demo = coachflow.demo();

		for (String session : kept) {
			awaitEvent(session, "completed", 1);
		}
		awaitNothingLeft();
		for (String session : deleted) {
			assertThat(names(session)).isEmpty();
		}
	}

	private static String completed(String vision, Map<String, ?> facts) {
		String session = demo.start(facts).field("session_id");
		assertThat(demo.step(session, vision).status()).isEqualTo(200);
		CoachingSessionE2E.STEPS.subList(1, 5).forEach((step) -> demo.step(session, "Answer to " + step));
		return session;
	}

	private static String path(String session, String agent) {
		return Caller.COACHING + "/session/" + session + "/package/agents/" + agent + "/regenerate";
	}

	private static Answer regenerate(String session, String agent) {
		return demo.post(path(session, agent), Map.of());
	}

	private static void assertRefused(Answer answer, int status, String error) {
		assertThat(answer.status()).as("%s", answer).isEqualTo(status);
		assertThat(answer.field("error")).isEqualTo(error);
	}

	private static void awaitEvent(String session, String name, int times) {
		await().atMost(Duration.ofSeconds(30))
			.pollInterval(Duration.ofMillis(50))
			.until(() -> names(session).stream().filter(name::equals).count() >= times);
	}

	/** No job, and no saga that waits for one. */
	private static void awaitNothingLeft() {
		await().atMost(Duration.ofSeconds(20))
			.until(() -> count("scheduled_tasks") == 0 && count("saga_entry") == 0 && count("saga_association") == 0);
	}

	private static long count(String table) throws SQLException {
		try (Connection connection = coachflow.database();
				Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery("SELECT count(*) FROM " + table)) {
			row.next();
			return row.getLong(1);
		}
	}

	private record Event(long sequence, String name, JsonNode payload, JsonNode metadata, Instant at) {
	}

	private static List<String> names(String session) throws SQLException {
		return events(session).stream().map(Event::name).toList();
	}

	private static Event event(String session, String name, int time) throws SQLException {
		return events(session).stream()
			.filter((event) -> event.name().equals(name))
			.skip(time - 1)
			.findFirst()
			.orElseThrow();
	}

	private static List<Event> events(String session) throws SQLException {
		try (Connection connection = coachflow.database();
				PreparedStatement statement = connection.prepareStatement(
						"SELECT sequence_number, event_name, payload, metadata, occurred_at FROM event_log WHERE aggregate_id = ? ORDER BY sequence_number")) {
			statement.setString(1, PackageIds.of(session));
			List<Event> events = new ArrayList<>();
			try (ResultSet row = statement.executeQuery()) {
				while (row.next()) {
					events.add(new Event(row.getLong(1), row.getString(2).replace("io.coachflow.package.", ""),
							JSON.readTree(row.getBytes(3)), JSON.readTree(row.getBytes(4)),
							row.getTimestamp(5).toInstant()));
				}
			}
			return events;
		}
	}

}
