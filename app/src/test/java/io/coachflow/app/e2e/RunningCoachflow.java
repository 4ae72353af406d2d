package io.coachflow.app.e2e;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.coachflow.app.PreparedStart;
import io.coachflow.local.FreePort;
import org.awaitility.Awaitility;

/**
 * The application in a process of its own, with its embedded PostgreSQL and Redis on free
 * ports and a data directory of its own, so that it can be killed and started again.
 */
final class RunningCoachflow implements AutoCloseable {

	static {
		// Two classes run at once: what a thread of the other throws is no failure of
		// this
		// one
		Awaitility.doNotCatchUncaughtExceptionsByDefault();
	}

	/**
	 * As a setting's value: the application's own default, also where most tests run with
	 * another value.
	 */
	static final String DEFAULT = "its own default";

	private static final Duration PATIENCE = Duration.ofSeconds(120);

	private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

	private final Path directory;

	private final Map<String, String> settings = new LinkedHashMap<>();

	private final int port;

	private Process process;

	private RunningCoachflow(Map<String, String> settings) throws IOException, InterruptedException {
		this.directory = Files.createTempDirectory(Files.createDirectories(Path.of("target/e2e")), "run");
		this.port = FreePort.next();
		this.settings.put("server.port", Integer.toString(this.port));
		this.settings.put("coachflow.local.data-dir", this.directory.resolve("data").toAbsolutePath().toString());
		this.settings.put("coachflow.local.postgres-port", Integer.toString(FreePort.next()));
		this.settings.put("coachflow.local.redis-port", Integer.toString(FreePort.next()));
		// Most tests are on what becomes of an answer, be it as short as in a test
		this.settings.put("coachflow.coach.minimum-confidence", "0");
		this.settings.putAll(settings);
		this.settings.values().removeIf(DEFAULT::equals);
		if (!settings.containsKey("spring.datasource.url") && !settings.containsKey("coachflow.local.data-dir")) {
			PreparedStart.copyDatabaseTo(this.directory.resolve("data/postgres"));
		}
		this.process = launch();
	}

	/** Starts the application and waits until it is ready. */
	static RunningCoachflow start(Map<String, String> settings) throws IOException, InterruptedException {
		RunningCoachflow coachflow = new RunningCoachflow(settings);
		coachflow.awaitReady();
		return coachflow;
	}

	/** Starts the application with settings that it must refuse. */
	static RunningCoachflow startInVain(Map<String, String> settings) throws IOException, InterruptedException {
		RunningCoachflow coachflow = new RunningCoachflow(settings);
		if (!coachflow.process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
			coachflow.close();
			throw new AssertionError("The application went on starting:\n" + coachflow.output());
		}
		return coachflow;
	}

	/** Kills the application without any warning; its servers live on. */
	void kill() throws InterruptedException {
		this.process.destroyForcibly();
		this.process.waitFor();
	}

	/** Starts the application again, on what it left behind, with more settings. */
	void startAgain(Map<String, String> more) throws IOException, InterruptedException {
		this.settings.putAll(more);
		this.process = launch();
		awaitReady();
	}

	/** Keeps the application from running for a while, as a starved machine does. */
	void starve(Duration time) throws IOException, InterruptedException {
		signal("STOP");
		try {
			Thread.sleep(time);
		}
		finally {
			signal("CONT");
		}
	}

	private void signal(String signal) throws IOException, InterruptedException {
		new ProcessBuilder("kill", "-" + signal, Long.toString(this.process.pid())).start().waitFor();
	}

	/** Asks the application to stop, as Ctrl-C does. */
	void stop() throws InterruptedException {
		this.process.destroy();
		if (!this.process.waitFor(60, TimeUnit.SECONDS)) {
			throw new AssertionError("The application did not stop");
		}
	}

	int exitCode() {
		return this.process.exitValue();
	}

	int port() {
		return this.port;
	}

	String setting(String name) {
		return this.settings.getOrDefault(name, "");
	}

	/** Everything that the application printed. */
	String output() throws IOException {
		return Files.readString(this.directory.resolve("output.log"));
	}

	/** A caller with a token of that client. */
	Caller caller(String client, String scope) {
		return Caller.withToken(this.http, this.port, client, scope);
	}

	/** A caller with a token of the client {@code demo}. */
	Caller demo() {
		return caller("demo", "coaching");
	}

	/** A caller without any token. */
	Caller stranger() {
		return new Caller(this.http, this.port, null);
	}

	/** A connection to the application's database. */
	Connection database() throws SQLException {
		return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + setting("coachflow.local.postgres-port")
				+ "/coachflow?user=coachflow&password=coachflow");
	}

	/** Executes a statement in the application's database. */
	void execute(String sql) throws SQLException {
		try (Connection connection = database(); Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

	/** What a query's first row has in its first column. */
	String text(String sql) throws SQLException {
		try (Connection connection = database();
				Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery(sql)) {
			row.next();
			return String.valueOf(row.getString(1));
		}
	}

	/** The value of a metric, as Prometheus reads it. */
	String metric(String name) {
		return caller("admin", "coaching:admin").get("/actuator/prometheus")
			.text()
			.lines()
			.filter((line) -> line.startsWith(name))
			.map((line) -> line.substring(line.lastIndexOf(' ') + 1))
			.findFirst()
			.orElseThrow();
	}

	/** A connection of somebody whom neither rights nor triggers hold back. */
	Connection superuser() throws SQLException, IOException {
		Path password = Path.of(setting("coachflow.local.data-dir"), "postgres", "superuser.password");
		Connection connection = DriverManager.getConnection(
				"jdbc:postgresql://127.0.0.1:" + setting("coachflow.local.postgres-port") + "/coachflow", "postgres",
				Files.readString(password));
		try (Statement statement = connection.createStatement()) {
			statement.execute("SET session_replication_role = replica");
		}
		return connection;
	}

	@Override
	public void close() throws IOException {
		this.process.destroy();
		// Uninterruptibly: whatever ends the test, nothing may stay behind
		this.process.onExit().completeOnTimeout(this.process, 60, TimeUnit.SECONDS).join();
		this.process.destroyForcibly().onExit().join();
		try (Stream<Path> files = Files.walk(this.directory)) {
			for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(file);
			}
		}
	}

	private Process launch() throws IOException, InterruptedException {
		List<String> command = PreparedStart.command();
		this.settings.forEach((name, value) -> command.add("--" + name + "=" + value));
		return new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(this.directory.resolve("output.log").toFile()))
			.start();
	}

	private void awaitReady() throws IOException, InterruptedException {
		long deadline = System.nanoTime() + PATIENCE.toNanos();
		HttpRequest readiness = HttpRequest
			.newBuilder(URI.create("http://127.0.0.1:" + this.port + "/actuator/health/readiness"))
			.timeout(Duration.ofSeconds(5))
			.build();
		while (System.nanoTime() < deadline && this.process.isAlive()) {
			try {
				if (this.http.send(readiness, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
					return;
				}
			}
			catch (IOException _) {
				// not listening yet
			}
			Thread.sleep(100);
		}
		String output = output();
		this.process.destroyForcibly().waitFor();
		throw new AssertionError("The application did not become ready:\n" + output);
	}

}
