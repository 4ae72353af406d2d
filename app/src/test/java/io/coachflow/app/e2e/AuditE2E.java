package io.coachflow.app.e2e;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import io.coachflow.app.e2e.Caller.Answer;
import io.coachflow.eventlog.export.VerifyCommand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static io.coachflow.app.e2e.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Somebody with all rights on the database changes what happened, and every verifier
 * names it.
 */
@OnSharedCoachflow
class AuditE2E {

	private static final String AUDIT = "/api/v1/audit";

	/** A session of five events: the start and four answers. */
	private static final int LAST = 4;

	/** The digest that a session's first event names. */
	private static final String DIGEST = "SELECT convert_from(payload, 'UTF8')::json -> 'guidance' ->> 'digest' FROM event_log"
			+ " WHERE aggregate_id = '%s' AND sequence_number = 0";

	private final RunningCoachflow coachflow;

	private final Caller demo;

	private final Caller auditor;

	@TempDir
	private Path folder;

	AuditE2E(RunningCoachflow coachflow) {
		this.coachflow = coachflow;
		this.demo = coachflow.demo();
		this.auditor = coachflow.caller("auditor", "coaching:audit");
	}

	/**
	 * A change to the rows of the session {@code :s}, and perhaps of the session
	 * {@code :t} beside it.
	 *
	 * @param sequence the first bad sequence of {@code :s}
	 */
	record Change(String what, int sequence, String... statements) {

		@Override
		public String toString() {
			return this.what;
		}

	}

	static Stream<Change> changes() {
		return Stream.of(set("a byte of a payload", 2, "payload = set_byte(payload, 30, get_byte(payload, 30) # 1)"),
				set("a byte of a payload that is no text then", 1, "payload = set_byte(payload, 30, 255)"),
				set("white space in a payload", 3, "payload = payload || convert_to(' ', 'UTF8')"),
				set("a byte of metadata", 1, "metadata = set_byte(metadata, 12, get_byte(metadata, 12) # 1)"),
				set("the last byte of metadata", 2, "metadata = set_byte(metadata, octet_length(metadata) - 1, 32)"),
				set("all metadata", 3, "metadata = '{}'"),
				set("a name", 3, "event_name = 'io.coachflow.session.expired'"),
				set("a name to a class", 3, "event_name = 'javax.script.ScriptEngineManager'"),
				set("a revision", 0, "revision = '1'"), set("a revision to none", 1, "revision = NULL"),
				set("a time", LAST, "occurred_at = occurred_at + interval '1 microsecond'"),
				set("a time to the end of time", 2, "occurred_at = 'infinity'"),
				set("a byte of a hash", 2, "hash = set_byte(hash, 0, get_byte(hash, 0) # 1)"),
				new Change("delete the first row", 0,
						"DELETE FROM event_log WHERE aggregate_id = :s AND sequence_number = 0"),
				new Change("delete a row", 2, "DELETE FROM event_log WHERE aggregate_id = :s AND sequence_number = 2"),
				new Change("delete two rows", 1,
						"DELETE FROM event_log WHERE aggregate_id = :s AND sequence_number IN (1, 2)"),
				new Change("delete the last row", LAST,
						"DELETE FROM event_log WHERE aggregate_id = :s AND sequence_number = " + LAST),
				new Change("delete all rows", 0, "DELETE FROM event_log WHERE aggregate_id = :s"),
				new Change("swap two sequences", 1,
						"UPDATE event_log SET sequence_number = -1 WHERE aggregate_id = :s AND sequence_number = 1",
						"UPDATE event_log SET sequence_number = 1 WHERE aggregate_id = :s AND sequence_number = 3",
						"UPDATE event_log SET sequence_number = 3 WHERE aggregate_id = :s AND sequence_number = -1"),
				new Change("swap two contents", 1,
						"""
								UPDATE event_log e SET event_name = o.event_name, payload = o.payload, metadata = o.metadata,
								                       occurred_at = o.occurred_at, hash = o.hash
								FROM event_log o WHERE e.aggregate_id = :s AND o.aggregate_id = :s
								                   AND e.sequence_number IN (1, 3) AND o.sequence_number = 4 - e.sequence_number"""),
				new Change("swap two positions", 1,
						"UPDATE event_log SET global_index = -global_index WHERE aggregate_id = :s AND sequence_number IN (1, 3)",
						"""
								UPDATE event_log e SET global_index = -o.global_index FROM event_log o
								WHERE e.aggregate_id = :s AND o.aggregate_id = :s AND e.global_index < 0
								  AND e.sequence_number IN (1, 3) AND o.sequence_number = 4 - e.sequence_number"""),
				new Change("swap rows of two sessions", 2,
						"UPDATE event_log SET aggregate_id = 'x' WHERE aggregate_id = :s AND sequence_number = 2",
						"UPDATE event_log SET aggregate_id = :s WHERE aggregate_id = :t AND sequence_number = 2",
						"UPDATE event_log SET aggregate_id = :t WHERE aggregate_id = 'x'"));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("changes")
	void everyChangeIsFoundAndNamed(Change change) throws Exception {
		String session = this.demo.startedSession();
		String other = this.demo.startedSession();
		answer(session, other);
		assertThat(sessionVerdict(session).get("valid").asBoolean()).isTrue();

		try (Connection database = this.coachflow.superuser(); Statement superuser = database.createStatement()) {
			String ids = "('" + session + "', '" + other + "')";
			superuser.execute("CREATE TEMP TABLE kept AS SELECT * FROM event_log WHERE aggregate_id IN " + ids);
			try {
				for (String statement : change.statements()) {
					superuser.execute(statement.replace(":s", "'" + session + "'").replace(":t", "'" + other + "'"));
				}
				assertNamedByTheSession(session, change.sequence());
				assertNamedByTheLog(session, other, change.sequence());
				assertNamedOffline(session, change.sequence());
			}
			finally {
				superuser.execute("DELETE FROM event_log WHERE aggregate_id IN " + ids
						+ " OR global_index IN (SELECT global_index FROM kept)");
				superuser.execute("INSERT INTO event_log SELECT * FROM kept");
			}
		}
		assertThat(sessionVerdict(session).get("valid").asBoolean()).isTrue();
		assertThat(logVerdict().get("valid").asBoolean()).isTrue();
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource({ "removes, DELETE FROM event_log WHERE aggregate_id = :d, missing",
			"rewrites, 'UPDATE event_log SET payload = set_byte(payload, 15, get_byte(payload, 15) # 1) WHERE aggregate_id = :d', changed" })
	void whoRemovesOrRewritesATextIsFound(String what, String statement, String problem) throws Exception {
		String session = await().until(this.demo::startedSession, (it) -> digest(it).length() == 64);
		String digest = digest(session);
		assertThat(sessionVerdict(session).get("valid").asBoolean()).isTrue();

		try (Connection database = this.coachflow.superuser(); Statement superuser = database.createStatement()) {
			superuser
				.execute("CREATE TEMP TABLE kept AS SELECT * FROM event_log WHERE aggregate_id = '" + digest + "'");
			// As somebody would who knows the formula
			String hash = "UPDATE event_log SET hash = event_hash('', aggregate_id, 0, event_name, revision, occurred_at, payload, metadata)"
					+ " WHERE aggregate_id = :d";
			try {
				for (String change : List.of(statement, hash)) {
					superuser.execute(change.replace(":d", "'" + digest + "'"));
				}
				JsonNode verdict = sessionVerdict(session);
				assertThat(verdict.get("first_bad_sequence").asInt(-1)).as("%s", verdict).isZero();
				assertThat(verdict.get("problem").asString()).contains(digest, problem);
				assertThat(logVerdict().get("problems").valueStream().map((it) -> it.get("problem").asString()))
					.as(what)
					.anyMatch((it) -> it.contains(digest) && it.contains(problem));
				ByteArrayOutputStream printed = new ByteArrayOutputStream();
				Path file = Files.write(this.folder.resolve("history.jsonl"),
						this.auditor.get(AUDIT + "/sessions/" + session + "/export").bytes());
				assertThat(VerifyCommand.run(List.of(file.toString()), InputStream.nullInputStream(),
						new PrintStream(printed)))
					.isEqualTo(1);
				assertThat(printed.toString(StandardCharsets.UTF_8)).contains(digest, problem);
			}
			finally {
				superuser.execute("DELETE FROM event_log WHERE aggregate_id = '" + digest + "'");
				superuser.execute("INSERT INTO event_log SELECT * FROM kept");
			}
		}
		assertThat(logVerdict().get("valid").asBoolean()).isTrue();
	}

	private String digest(String session) {
		try {
			return String.valueOf(this.coachflow.text(DIGEST.formatted(session)));
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	void anUntouchedSessionIsValidDeletedOrNot() throws Exception {
		String session = this.demo.startedSession();
		answer(session);
		JsonNode before = sessionVerdict(session);
		this.demo.delete(Caller.COACHING + "/session/" + session);
		JsonNode after = sessionVerdict(session);

		assertThat(before.get("events").asInt()).isEqualTo(LAST + 1);
		assertThat(before.get("last_sequence").asInt()).isEqualTo(LAST);
		assertThat(before.get("last_hash").asString()).matches("[0-9a-f]{64}");
		assertThat(before.get("first_bad_sequence").isNull()).isTrue();
		assertThat(before.get("problem").isNull()).isTrue();
		assertThat(after.get("valid").asBoolean()).isTrue();
		assertThat(after.get("events").asInt()).isEqualTo(LAST + 2);
		assertThat(after.get("last_hash")).isNotEqualTo(before.get("last_hash"));
	}

	@Test
	void anExportIsAFileThatTheCommandChecksWithoutTheService() throws Exception {
		String session = this.demo.startedSession();
		answer(session);

		Answer export = this.auditor.get(AUDIT + "/sessions/" + session + "/export");

		assertThat(export.status()).isEqualTo(200);
		assertThat(export.header("Content-Type")).isEqualTo("application/jsonl");
		assertThat(export.header("Content-Disposition"))
			.isEqualTo("attachment; filename=\"coachflow-session-" + session + ".jsonl\"");
		assertThat(export.text().lines().takeWhile((line) -> !line.contains("\"events\":"))).hasSize(LAST + 1);
		Path file = Files.write(this.folder.resolve("history.jsonl"), export.bytes());
		assertThat(commandOf(file)).isEqualTo(0);
		Files.writeString(file, export.text().replaceFirst("Dakar", "Paris"));
		assertThat(commandOf(file)).isEqualTo(1);
		Files.writeString(file, export.text().lines().findFirst().orElseThrow());
		assertThat(commandOf(file)).isEqualTo(2);
	}

	/** With nothing but Python and what the page says. */
	@Test
	void anExportIsCheckedByTheProgramInTheDocumentation() throws Exception {
		String session = this.demo.startedSession();
		answer(session);
		String page = Files.readString(Path.of("../docs/audit.md"));
		String program = page.substring(page.indexOf("```python") + "```python".length());
		program = program.substring(0, program.indexOf("```"));
		byte[] export = this.auditor.get(AUDIT + "/sessions/" + session + "/export").bytes();
		Path history = Files.write(this.folder.resolve("history.jsonl"), export);

		assertThat(run("python3", "-c", program, history.toString())).isEqualTo(0);
		Files.writeString(history, new String(export, StandardCharsets.UTF_8).replaceFirst("Dakar", "Paris"));
		assertThat(run("python3", "-c", program, history.toString())).isEqualTo(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/sessions/{id}/verify", "/sessions/{id}/export", "/verify", "/export" })
	void onlyAuditorsMayVerify(String path) {
		String call = AUDIT + path.replace("{id}", this.demo.startedSession());

		assertRefused(this.coachflow.stranger().get(call), 401, "UNAUTHORIZED");
		assertRefused(this.demo.get(call), 403, "FORBIDDEN");
		assertRefused(this.coachflow.caller("admin", "coaching:admin").get(call), 403, "FORBIDDEN");
		assertThat(this.auditor.get(call).status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "verify", "export" })
	void aSessionThatNobodyEverHadIsUnknown(String call) {
		for (String id : List.of(UUID.randomUUID().toString(), "x", "%00", "'%20OR%201=1")) {
			assertThat(this.auditor.get(AUDIT + "/sessions/" + id + "/" + call).status()).isIn(400, 404);
		}
		assertRefused(this.auditor.get(AUDIT + "/sessions/" + UUID.randomUUID() + "/" + call), 404,
				"SESSION_NOT_FOUND");
		assertRefused(this.auditor.get(AUDIT + "/sessions/x/" + call), 404, "SESSION_NOT_FOUND");
	}

	private void assertNamedByTheSession(String session, int sequence) {
		JsonNode verdict = sessionVerdict(session);
		assertThat(verdict.get("valid").asBoolean()).isFalse();
		assertThat(verdict.get("first_bad_sequence").asInt(-1)).as("%s", verdict).isEqualTo(sequence);
		assertThat(verdict.get("problem").asString()).contains("equence");
	}

	private void assertNamedByTheLog(String session, String other, int sequence) {
		JsonNode verdict = logVerdict();
		assertThat(verdict.get("valid").asBoolean()).isFalse();
		JsonNode first = verdict.get("first_bad");
		assertThat(first.get("position").asLong(0)).as("%s", verdict).isPositive();
		assertThat(first.get("session_id").asString()).as("%s", verdict).isIn(session, other);
		assertThat(first.get("sequence").asInt(-1)).as("%s", verdict).isEqualTo(sequence);
		assertThat(verdict.get("problems").valueStream())
			.anyMatch((bad) -> bad.get("session_id").asString("").equals(session)
					&& bad.get("sequence").asInt(-1) == sequence);
	}

	private void assertNamedOffline(String session, int sequence) throws IOException {
		Path history = this.folder.resolve("history.jsonl");
		Files.write(history, this.auditor.get(AUDIT + "/sessions/" + session + "/export").bytes());
		Path log = Files.write(this.folder.resolve("log.jsonl"), this.auditor.get(AUDIT + "/export").bytes());
		ByteArrayOutputStream printed = new ByteArrayOutputStream();

		assertThat(
				VerifyCommand.run(List.of(history.toString()), InputStream.nullInputStream(), new PrintStream(printed)))
			.isEqualTo(1);
		assertThat(printed.toString(StandardCharsets.UTF_8)).contains("TAMPERED  " + session + ": ",
				"first bad sequence " + sequence + ".");
		assertThat(VerifyCommand.run(List.of(log.toString()), InputStream.nullInputStream(), new PrintStream(printed)))
			.isEqualTo(1);
	}

	/** As in production: the main class, in a process of its own. */
	private static int commandOf(Path file) throws IOException, InterruptedException {
		return run(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-cp",
				System.getProperty("java.class.path"), "io.coachflow.app.CoachflowApplication", "verify",
				file.toString());
	}

	private static int run(String... command) throws IOException, InterruptedException {
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		process.getInputStream().transferTo(OutputStream.nullOutputStream());
		return process.waitFor();
	}

	private JsonNode sessionVerdict(String session) {
		return verdict(AUDIT + "/sessions/" + session + "/verify");
	}

	private JsonNode logVerdict() {
		return verdict(AUDIT + "/verify");
	}

	private JsonNode verdict(String path) {
		Answer answer = this.auditor.get(path);
		assertThat(answer.status()).as("%s", answer).isEqualTo(200);
		return answer.json();
	}

	/** Answers four steps of each session in turn, and waits until the list shows it. */
	private void answer(String... sessions) throws Exception {
		for (int i = 0; i < LAST; i++) {
			for (String session : sessions) {
				assertThat(this.demo.step(session, "Answer " + i + ": 3 restaurants in Dakar").status()).isEqualTo(200);
			}
		}
		try (Connection database = this.coachflow.database();
				PreparedStatement listed = database
					.prepareStatement("SELECT 1 FROM session_list WHERE session_id = ? AND sequence = " + LAST)) {
			for (String session : sessions) {
				listed.setString(1, session);
				for (int i = 0; i < 200 && !listed.executeQuery().next(); i++) {
					Thread.sleep(20);
				}
				assertThat(listed.executeQuery().next()).isTrue();
			}
		}
	}

	private static Change set(String what, int sequence, String assignment) {
		return new Change("change " + what, sequence,
				"UPDATE event_log SET " + assignment + " WHERE aggregate_id = :s AND sequence_number = " + sequence);
	}

}
