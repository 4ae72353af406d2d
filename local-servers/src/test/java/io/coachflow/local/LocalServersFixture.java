package io.coachflow.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Helpers for the tests of the local servers. */
final class LocalServersFixture {

	private LocalServersFixture() {
	}

	/** Starts the servers in a JVM of their own, and returns when both run. */
	static Process fork(Path directory, int postgresPort, int redisPort) throws IOException {
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
				System.getProperty("java.class.path"), LocalServersProgram.class.getName(), directory.toString(),
				Integer.toString(postgresPort), Integer.toString(redisPort))
			.redirectError(ProcessBuilder.Redirect.INHERIT)
			.start();
		BufferedReader output = process.inputReader();
		for (String line = output.readLine(); line != null; line = output.readLine()) {
			if (line.startsWith("running")) {
				return process;
			}
		}
		throw new IllegalStateException("The other JVM ended before its servers ran");
	}

	static void kill(Process process) throws InterruptedException {
		process.destroyForcibly();
		process.waitFor();
	}

	/** Kills a server and waits until its port is free again. */
	static void kill(long pid) throws InterruptedException {
		ProcessHandle.of(pid).orElseThrow().destroyForcibly();
		Thread.sleep(500);
	}

	static void execute(LocalPostgres postgres, String sql) throws SQLException {
		try (Connection connection = connect(postgres); Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

	static String query(LocalPostgres postgres, String sql) throws SQLException {
		try (Connection connection = connect(postgres);
				Statement statement = connection.createStatement();
				ResultSet rows = statement.executeQuery(sql)) {
			rows.next();
			return rows.getString(1);
		}
	}

	private static Connection connect(LocalPostgres postgres) throws SQLException {
		return DriverManager.getConnection(postgres.jdbcUrl(), LocalPostgres.NAME, LocalPostgres.NAME);
	}

	static String ask(int redisPort, String command) throws IOException {
		try (RedisConnection redis = RedisConnection.open(redisPort)) {
			return redis.ask(command);
		}
	}

}
