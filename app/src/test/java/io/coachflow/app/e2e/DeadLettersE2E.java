package io.coachflow.app.e2e;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.Map;
import java.util.UUID;

import io.coachflow.app.e2e.Caller.Answer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

import static io.coachflow.app.e2e.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * An event that no projection can handle is parked with those behind it, the others flow,
 * and an operator mends it.
 */
@OnSharedCoachflow
class DeadLettersE2E {

	private static final String LETTERS = "/api/v1/admin/dead-letters";

	private static final String SECRET = "a secret recipe";

	private final RunningCoachflow coachflow;

	private final Caller demo;

	private final Caller admin;

	DeadLettersE2E(RunningCoachflow coachflow) {
		this.coachflow = coachflow;
		this.demo = coachflow.demo();
		this.admin = coachflow.caller("admin", "coaching:admin");
	}

	@Test
	void aPoisonEventIsParkedOthersFlowAndTheRetryDrainsInOrder() throws Exception {
		// It lacks its owner and its guidance
		String session = UUID.randomUUID().toString();
		insert(session, 0, "io.coachflow.session.started", "{\"session_id\":\"" + session
				+ "\",\"business\":{\"city\":\"" + SECRET + "\"},\"expires_at\":\"2099-01-01T00:00:00Z\"}");
		insert(session, 1, "io.coachflow.session.deleted", "{\"session_id\":\"" + session + "\"}");

		String other = this.demo.startedSession();

		await().untilAsserted(() -> assertThat(letter("session-list", session).path("letters").asLong(0)).isEqualTo(2));
		assertThat(this.demo.get(Caller.COACHING + "/sessions").text()).contains(other);
		JsonNode parked = letter("session-list", session);
		assertThat(parked.get("sequence").asLong()).isZero();
		assertThat(parked.get("event").asString()).isEqualTo("io.coachflow.session.started");
		assertThat(parked.toString()).doesNotContain(SECRET);
		Answer failed = this.admin.post(LETTERS + "/" + parked.get("id").asString() + "/retry", Map.of());
		assertThat(failed.status()).as("%s", failed).isEqualTo(200);
		assertThat(failed.json().get("handled").asLong()).isZero();
		assertThat(failed.json().get("remaining").asLong()).isEqualTo(2);

		mend(session);
		String id = letter("session-list", session).get("id").asString();
		Answer drained = this.admin.post(LETTERS + "/" + id + "/retry", Map.of());

		assertThat(drained.json().get("handled").asLong()).as("%s", drained).isEqualTo(2);
		assertThat(drained.json().get("remaining").asLong()).isZero();
		assertThat(phase(session)).isEqualTo("deleted");
		assertRefused(this.admin.post(LETTERS + "/" + id + "/retry", Map.of()), 404, "NOT_FOUND");
		assertThat(this.admin.get("/api/v1/admin/actions").text()).contains("session-list " + session);
	}

	@Test
	void whatNamesAForeignClassIsParkedUnreadAndCanBeThrownAway() throws Exception {
		String session = this.demo.startedSession();
		await().until(() -> !phase(session).isEmpty());
		insert(session, 1, "javax.script.ScriptEngineManager", "[\"http://127.0.0.1/\"]");
		await().untilAsserted(() -> assertThat(letter("session-list", session).path("event").asString(""))
			.isEqualTo("javax.script.ScriptEngineManager"));

		String id = letter("session-list", session).get("id").asString();
		Answer discarded = this.admin.delete(LETTERS + "/" + id);

		assertThat(discarded.json().get("handled").asLong()).as("%s", discarded).isEqualTo(1);
		assertThat(letter("session-list", session).isMissingNode()).isTrue();
		assertThat(letter("session-view", session).get("event").asString())
			.isEqualTo("javax.script.ScriptEngineManager");
		this.admin.delete(LETTERS + "/" + letter("session-view", session).get("id").asString());
	}

	@Test
	void lettersComePageByPageToOperatorsAlone() {
		assertRefused(this.demo.get(LETTERS), 403, "FORBIDDEN");
		assertRefused(this.demo.delete(LETTERS + "/x"), 403, "FORBIDDEN");
		assertRefused(this.admin.get(LETTERS + "?limit=101"), 400, "INVALID_REQUEST");
		assertRefused(this.admin.post(LETTERS + "/x/retry", Map.of()), 404, "NOT_FOUND");
		JsonNode page = this.admin.get(LETTERS + "?limit=1&projection=nobody").json();
		assertThat(page.get("dead_letters")).isEmpty();
		assertThat(page.get("next_cursor").isNull()).isTrue();
	}

	private JsonNode letter(String projection, String session) {
		return this.admin.get(LETTERS + "?limit=100&projection=" + projection)
			.json()
			.get("dead_letters")
			.valueStream()
			.filter((it) -> it.path("aggregate_id").asString("").equals(session))
			.findFirst()
			.orElse(MissingNode.getInstance());
	}

	private String phase(String session) throws Exception {
		try (Connection connection = this.coachflow.database();
				PreparedStatement statement = connection.prepareStatement(
						"SELECT coalesce((SELECT phase FROM session_list WHERE session_id = ?), (SELECT phase FROM session_list_b WHERE session_id = ?), '')")) {
			statement.setString(1, session);
			statement.setString(2, session);
			var row = statement.executeQuery();
			row.next();
			return row.getString(1);
		}
	}

	/** The letters now say what the event should have said. */
	private void mend(String session) throws Exception {
		try (Connection connection = this.coachflow.database();
				PreparedStatement statement = connection.prepareStatement("""
						UPDATE dead_letter SET payload = convert_to(?, 'UTF8')
						WHERE aggregate_id = ? AND sequence_number = 0""")) {
			statement.setString(1,
					"""
							{"session_id":"%s","user_id":"demo","business":{},"guidance":{"step":"vision","language":"en","source":"scripted",\
							"catalogue_version":"1","sector":"general","message":"m","examples":[],"questions":[]},\
							"expires_at":"2099-01-01T00:00:00Z"}"""
						.formatted(session));
			statement.setString(2, session);
			assertThat(statement.executeUpdate()).isPositive();
		}
	}

	private void insert(String session, long sequence, String name, String payload) throws Exception {
		try (Connection connection = this.coachflow.superuser();
				PreparedStatement statement = connection.prepareStatement(
						"""
								WITH head AS (UPDATE event_log_head SET last_index = last_index + 1 RETURNING last_index)
								INSERT INTO event_log (global_index, aggregate_id, sequence_number, event_id, aggregate_type,
								                       event_name, revision, payload, metadata, occurred_at, hash)
								SELECT last_index, ?, ?, ?, 'CoachingSession', ?, '1', convert_to(?, 'UTF8'), '{}', now(),
								       event_hash(coalesce((SELECT hash FROM event_log WHERE aggregate_id = ? AND sequence_number = ? - 1), ''),
								                  ?, ?, ?, '1', now(), convert_to(?, 'UTF8'), '{}')
								FROM head""")) {
			Object[] values = { session, sequence, UUID.randomUUID().toString(), name, payload, session, sequence,
					session, sequence, name, payload };
			for (int i = 0; i < values.length; i++) {
				statement.setObject(i + 1, values[i]);
			}
			statement.execute();
		}
	}

}
