package io.coachflow.app.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import io.coachflow.app.e2e.Caller.Answer;
import io.coachflow.local.FreePort;
import io.coachflow.local.LocalPostgres;
import io.coachflow.local.LocalRedis;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.coachflow.app.e2e.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * PostgreSQL crashes right after somebody was told something. Nothing else happens
 * meanwhile, so nobody else's commit takes theirs to the disk, and PostgreSQL's own
 * processes that write by and by stand still.
 */
class ToldThenLostE2E {

	private static final String ADMIN = "/api/v1/admin/";

	/** Projections that a crash met try again at growing distances. */
	private static final Duration RECOVERY = Duration.ofMinutes(1);

	@TempDir
	private static Path folder;

	private static int port;

	private static LocalPostgres postgres;

	private static LocalRedis redis;

	private static RunningCoachflow coachflow;

	private static Caller admin;

	@BeforeAll
	static void start() throws Exception {
		port = FreePort.next();
		postgres = startPostgres();
		redis = LocalRedis.start(folder.resolve("redis"), FreePort.next(), (_) -> {
		});
		coachflow = RunningCoachflow
			.start(Map.of("spring.datasource.url", postgres.jdbcUrl(), "spring.datasource.username", "coachflow",
					"spring.datasource.password", "coachflow", "spring.data.redis.url", redis.url()));
		admin = coachflow.caller("admin", "coaching:admin");
	}

	@AfterAll
	static void stop() throws Exception {
		coachflow.close();
		redis.close();
		postgres.close();
	}

	@Test
	void whatAnAuditorReadIsWrittenDown() throws Exception {
		String session = coachflow.demo().startedSession();
		Caller auditor = coachflow.caller("auditor", "coaching:audit");

		told(200, () -> auditor.get(Caller.COACHING + "/session/" + session + "/history"));

		assertThat(text("SELECT reader || ' ' || what FROM access_log WHERE session_id = '" + session + "'"))
			.isEqualTo("auditor history");
	}

	@Test
	void whatAnOperatorDidStaysDone() throws Exception {
		coachflow.demo().startedSession();

		told(202, () -> admin.post(ADMIN + "projections/session-list/rebuild", Map.of()));

		assertThat(text("SELECT requested_by FROM projection WHERE name = 'session-list'")).isEqualTo("admin");
		awaitState("session-list", "awaiting_confirmation");

		told(200, () -> admin.post(ADMIN + "projections/session-list/confirm", Map.of()));

		assertThat(text("SELECT state FROM projection WHERE name = 'session-list'")).isEqualTo("live");
		assertThat(text("SELECT string_agg(action, ' ' ORDER BY id) FROM admin_action")).isEqualTo("rebuild confirm");
	}

	@Test
	void aRequestWithoutEventsIsAnsweredTheSameAgain() throws Exception {
		Caller demo = coachflow.demo();
		String session = demo.startedSession();
		String[] key = { "Idempotency-Key", "told-then-lost" };

		Answer before = told(200, () -> demo.start(Map.of("session_id", session), key));

		Answer again = demo.start(Map.of("session_id", session), key);
		assertThat(again.header("Idempotency-Replayed")).as("%s", again).isEqualTo("true");
		assertThat(again.bytes()).isEqualTo(before.bytes());
	}

	@Test
	void whoSearchesFindsWhatWasThereOrIsToldThatWordsAreMissing() throws Exception {
		Caller auditor = coachflow.caller("auditor", "coaching:audit");
		String session = coachflow.demo().startedSession();
		coachflow.demo().step(session, "We sell flumadiddle in Dakar");
		Supplier<Answer> search = () -> auditor.get("/api/v1/audit/sessions?q=flumadiddle");
		await().atMost(RECOVERY).until(() -> search.get().text().contains(session));

		told(200, search);

		await().atMost(RECOVERY).until(search::get, (found) -> {
			if (found.status() != 200) {
				assertRefused(found, 503, "SERVICE_UNAVAILABLE");
				return false;
			}
			assertThat(found.text()).contains(session);
			return true;
		});
		assertThat(coachflow.output()).contains("A crash of PostgreSQL has emptied session-search: ");
	}

	/** Calls, and has PostgreSQL crash as soon as the answer is there. */
	private static Answer told(int status, Supplier<Answer> call) throws Exception {
		List<String> writers = stopWriters();
		Answer answer = call.get();
		crash(writers);
		assertThat(answer.status()).as("%s", answer).isEqualTo(status);
		postgres = startPostgres();
		await().atMost(RECOVERY).until(() -> coachflow.stranger().get("/actuator/health/readiness").status() == 200);
		// Appends have a connection of their own
		await().atMost(RECOVERY).until(() -> coachflow.demo().start(Map.of()).status() == 200);
		return answer;
	}

	private static void crash(List<String> writers) throws IOException, InterruptedException {
		ProcessHandle server = ProcessHandle.of(postgres.pid()).orElseThrow();
		signal("QUIT", List.of(Long.toString(server.pid())));
		signal("KILL", writers);
		server.onExit().join();
	}

	private static void signal(String signal, List<String> processes) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(List.of("kill", "-" + signal));
		command.addAll(processes);
		new ProcessBuilder(command).start().waitFor();
	}

	/**
	 * Stops the processes that would take commits of others to the disk in a moment.
	 * Stopped in the middle of that, they hold a lock that every commit needs: then they
	 * go on, and are stopped again.
	 */
	private static List<String> stopWriters() throws Exception {
		List<String> writers = writers();
		signal("STOP", writers);
		while (!commits()) {
			signal("CONT", writers);
			Thread.sleep(100);
			signal("STOP", writers);
		}
		return writers;
	}

	private static boolean commits() throws Exception {
		try (Connection connection = superuser("?socketTimeout=1");
				Statement statement = connection.createStatement()) {
			statement.execute("SELECT pg_logical_emit_message(true, 'test', 'a commit')");
			return true;
		}
		catch (SQLException _) {
			return false;
		}
	}

	/** Ordinary users see nothing of what others do. */
	private static Connection superuser(String parameters) throws Exception {
		return DriverManager.getConnection(postgres.jdbcUrl() + parameters, "postgres",
				Files.readString(folder.resolve("postgres/superuser.password")));
	}

	private static List<String> writers() throws Exception {
		try (Connection connection = superuser("");
				Statement statement = connection.createStatement();
				ResultSet rows = statement.executeQuery(
						"SELECT pid FROM pg_stat_activity WHERE backend_type IN ('walwriter', 'background writer', 'checkpointer')")) {
			List<String> pids = new ArrayList<>();
			while (rows.next()) {
				pids.add(rows.getString(1));
			}
			assertThat(pids).hasSize(3);
			return pids;
		}
	}

	private static void awaitState(String projection, String state) {
		await().atMost(RECOVERY)
			.until(() -> text("SELECT state FROM projection WHERE name = '" + projection + "'").equals(state));
	}

	private static String text(String sql) throws SQLException {
		try (Connection connection = DriverManager.getConnection(postgres.jdbcUrl(), "coachflow", "coachflow");
				Statement statement = connection.createStatement();
				ResultSet rows = statement.executeQuery(sql)) {
			return rows.next() ? String.valueOf(rows.getString(1)) : "";
		}
	}

	private static LocalPostgres startPostgres() {
		return LocalPostgres.start(folder.resolve("postgres"), port, (_) -> {
		});
	}

}
