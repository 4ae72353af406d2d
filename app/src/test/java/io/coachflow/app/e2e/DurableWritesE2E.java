package io.coachflow.app.e2e;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Every table stands on one of two sides: what somebody may be told of waits for the
 * disk, what a rebuild makes again need not. Each commit says on which side it was.
 */
@OnSharedCoachflow
class DurableWritesE2E {

	private static final String ADMIN = "/api/v1/admin/";

	/** Made again from the log, in either slot. */
	private static final Set<String> REBUILT = Stream
		.of("session_list", "package_view", "answer_words", "session_funnel", "package_funnel", "model_cost")
		.flatMap((table) -> Stream.of(table, table + "_b"))
		.collect(Collectors.toUnmodifiableSet());

	/** What a crash empties, together with the rows that it speaks of. */
	private static final Set<String> EMPTIED = Set.of("unlogged_slot");

	/** As durable as what is written with it. */
	private static final Set<String> POSITIONS = Set.of("token_entry");

	private static final Set<String> TOLD = Set.of("event_log", "event_log_head", "event_log_engine", "saga_entry",
			"saga_association", "scheduled_tasks", "dead_letter", "idempotency_key", "projection", "admin_action",
			"access_log", "processor_failure", "self_audit", "self_audit_mismatch", "model_account",
			"model_reservation");

	/**
	 * Written at the first start, by a language model or where something is wrong, over
	 * the same connections.
	 */
	private static final Set<String> SELDOM = Set.of("event_log_engine", "processor_failure", "self_audit_mismatch",
			"model_account", "model_reservation");

	private final RunningCoachflow coachflow;

	private final Caller demo;

	private final Caller admin;

	DurableWritesE2E(RunningCoachflow coachflow) {
		this.coachflow = coachflow;
		this.demo = coachflow.demo();
		this.admin = coachflow.caller("admin", "coaching:admin");
	}

	@BeforeEach
	void watch() throws SQLException {
		this.coachflow.execute("CREATE TABLE witness (table_name text NOT NULL, setting text NOT NULL)");
		// At the end of a transaction, whose setting may have changed on the way
		this.coachflow.execute("""
				CREATE FUNCTION testify() RETURNS trigger LANGUAGE plpgsql AS $$
				BEGIN
				    INSERT INTO witness VALUES (TG_TABLE_NAME, current_setting('synchronous_commit'));
				    RETURN NULL;
				END $$""");
		for (String table : tables()) {
			this.coachflow.execute("CREATE CONSTRAINT TRIGGER testify AFTER INSERT OR UPDATE OR DELETE ON " + table
					+ " DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION testify()");
		}
	}

	@AfterEach
	void leave() throws SQLException {
		// One by one: nobody waits for two of them
		for (String table : tables()) {
			this.coachflow.execute("DROP TRIGGER testify ON " + table);
		}
		this.coachflow.execute("DROP FUNCTION testify");
		this.coachflow.execute("DROP TABLE witness");
	}

	@Test
	void whatSomebodyMayBeToldOfWaitsForTheDisk() throws Exception {
		// Whoever adds a table says on which side it stands, here and in
		// docs/operating.md
		assertThat(tables()).containsExactlyInAnyOrderElementsOf(
				Stream.of(REBUILT, EMPTIED, POSITIONS, TOLD).flatMap(Set::stream).toList());

		String session = this.demo.start(Map.of(), "Idempotency-Key", UUID.randomUUID().toString()).field("session_id");
		CoachingSessionE2E.STEPS.forEach((step) -> this.demo.step(session, "We cook in Dakar for " + step));
		this.coachflow.caller("auditor", "coaching:audit").get(Caller.COACHING + "/session/" + session + "/history");
		assertThat(this.admin.post(ADMIN + "projections/funnel/rebuild", Map.of()).status()).isEqualTo(202);
		assertThat(this.admin.post(ADMIN + "projections/funnel/rollback", Map.of()).status()).isEqualTo(200);
		String poisoned = this.demo.startedSession();
		poison(poisoned);
		// The self-audit rests for a while between two looks
		await().atMost(Duration.ofMinutes(1))
			.until(() -> text("SELECT string_agg(DISTINCT table_name, ' ') FROM witness"),
					(seen) -> List.of(seen.split(" ")).containsAll(expected()));
		discardLettersOf(poisoned);

		assertThat(
				rows("SELECT DISTINCT table_name FROM witness WHERE setting <> 'on' AND table_name <> 'token_entry'"))
			.isSubsetOf(REBUILT)
			// And these wait for nobody
			.contains("answer_words");
		assertThat(rows("SELECT DISTINCT setting FROM witness WHERE table_name = 'token_entry'"))
			.containsExactlyInAnyOrder("on", "off");
	}

	private static Set<String> expected() {
		Set<String> expected = new TreeSet<>(TOLD);
		expected.removeAll(SELDOM);
		expected.add("answer_words");
		expected.add("token_entry");
		return expected;
	}

	/** Appends an event that no projection can read. */
	private void poison(String session) throws Exception {
		try (Connection connection = this.coachflow.superuser();
				PreparedStatement statement = connection.prepareStatement("""
						WITH head AS (UPDATE event_log_head SET last_index = last_index + 1 RETURNING last_index),
						     before AS (SELECT hash FROM event_log WHERE aggregate_id = ? AND sequence_number = 0)
						INSERT INTO event_log (global_index, aggregate_id, sequence_number, event_id, aggregate_type,
						                       event_name, revision, payload, metadata, occurred_at, hash)
						SELECT last_index, ?, 1, ?, 'CoachingSession', 'of.nobody', '1', '{}', '{}', now(),
						       event_hash(before.hash, ?, 1, 'of.nobody', '1', now(), '{}', '{}')
						FROM head, before""")) {
			statement.setString(1, session);
			statement.setString(2, session);
			statement.setString(3, UUID.randomUUID().toString());
			statement.setString(4, session);
			assertThat(statement.executeUpdate()).isEqualTo(1);
		}
	}

	private void discardLettersOf(String session) throws SQLException {
		for (String letter : rows("SELECT dead_letter_id FROM dead_letter WHERE aggregate_id = '" + session + "'")) {
			this.admin.delete(ADMIN + "dead-letters/" + letter);
		}
	}

	private List<String> tables() throws SQLException {
		return rows("""
				SELECT relname FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace
				  AND relname NOT IN ('flyway_schema_history', 'witness')""");
	}

	private String text(String sql) throws SQLException {
		return String.valueOf(rows(sql).getFirst());
	}

	private List<String> rows(String sql) throws SQLException {
		try (Connection connection = this.coachflow.database();
				Statement statement = connection.createStatement();
				ResultSet rows = statement.executeQuery(sql)) {
			List<String> all = new ArrayList<>();
			while (rows.next()) {
				all.add(rows.getString(1));
			}
			return all;
		}
	}

}
