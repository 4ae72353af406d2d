package io.coachflow.app.e2e;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import io.coachflow.app.e2e.Caller.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * One key starts one session, whatever happens between the claim of the key and the
 * session's first event. For several nodes at once see {@link TwoNodesE2E}.
 */
class KeyedStartE2E {

	private static RunningCoachflow coachflow;

	private static Caller demo;

	@BeforeAll
	static void start() throws Exception {
		coachflow = RunningCoachflow.start(Map.of());
		demo = coachflow.demo();
	}

	@AfterAll
	static void stop() throws Exception {
		coachflow.close();
	}

	@Test
	void aNewSessionsIdBeginsWithItsTime() {
		Instant before = Instant.now();
		UUID id = UUID.fromString(demo.startedSession());

		assertThat(id.version()).isEqualTo(7);
		assertThat(Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16))
			.isBetween(before.minus(Duration.ofSeconds(1)), Instant.now());
	}

	@Test
	void aRepetitionAfterSuccessGetsTheSameBytesAndNoEvent() throws Exception {
		String[] key = { "Idempotency-Key", "repeated" };
		Answer first = demo.start(Map.of("sector", "retail"), key);
		long events = EventLogReader.count(coachflow);

		Answer again = demo.start(Map.of("sector", "retail"), key);

		assertThat(again.bytes()).isEqualTo(first.bytes());
		assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
		assertThat(first.field("session_id")).isEqualTo(claimed("repeated"));
		assertThat(EventLogReader.count(coachflow)).isEqualTo(events);
	}

	@Test
	void aRepetitionAfterACrashBetweenClaimAndCreationStartsTheClaimedSession() throws Exception {
		String[] key = { "Idempotency-Key", "claimed-then-lost" };
		try (Connection connection = coachflow.database(); Statement holder = connection.createStatement()) {
			connection.setAutoCommit(false);
			holder.execute("LOCK TABLE event_log IN EXCLUSIVE MODE");
			Thread caller = Thread.ofVirtual().start(() -> startInVain(key));
			await().until(() -> !claimed("claimed-then-lost").isEmpty());
			coachflow.kill();
			caller.join();
			endWaiting();
		}
		String claimed = claimed("claimed-then-lost");
		assertThat(EventLogReader.names(coachflow, claimed)).isEmpty();

		coachflow.startAgain(Map.of());
		Answer started = demo.start(Map.of(), key);
		Answer again = demo.start(Map.of(), key);

		assertThat(started.status()).isEqualTo(200);
		assertThat(started.field("session_id")).isEqualTo(claimed);
		assertThat(again.bytes()).isEqualTo(started.bytes());
		assertThat(EventLogReader.names(coachflow, claimed)).containsExactly("io.coachflow.session.started");
	}

	@Test
	void aKeyClaimedByAnOlderVersionLeadsToTheSessionOfItsUserAndKey() throws Exception {
		String[] key = { "Idempotency-Key", "of-old" };
		demo.start(Map.of(), key);
		coachflow.execute("UPDATE idempotency_key SET session_id = NULL WHERE idempotency_key = 'of-old'");

		Answer started = demo.start(Map.of(), key);
		Answer again = demo.start(Map.of(), key);

		String id = UUID.nameUUIDFromBytes("4:demoof-old".getBytes(StandardCharsets.UTF_8)).toString();
		assertThat(started.field("session_id")).isEqualTo(id);
		assertThat(again.bytes()).isEqualTo(started.bytes());
		assertThat(demo.step(id, "Three restaurants in Dakar").status()).isEqualTo(200);
		assertThat(EventLogReader.names(coachflow, id)).hasSize(2);
	}

	private static void startInVain(String... key) {
		try {
			demo.start(Map.of(), key);
		}
		catch (UncheckedIOException _) {
			// The node is killed meanwhile
		}
	}

	/** PostgreSQL would finish what a dead node asked for, once it may. */
	private static void endWaiting() throws SQLException {
		coachflow.text("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE wait_event_type = 'Lock'");
		await().until(() -> coachflow.text("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'")
			.equals("0"));
	}

	/** The session that the key stands for; empty while the key is free. */
	private static String claimed(String key) throws SQLException {
		return coachflow
			.text("SELECT coalesce(min(session_id), '') FROM idempotency_key WHERE idempotency_key = '" + key + "'");
	}

}
