package io.coachflow.benchmarks.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * A real PostgreSQL with everything on that makes a commit durable.
 */
public final class Postgres implements AutoCloseable {

	/** The service's user and password. */
	public static final String USER = "coachflow";

	private static final List<String> DURABLE = List.of("fsync", "synchronous_commit", "full_page_writes");

	private final EmbeddedPostgres server;

	private final Path folder;

	private Postgres(EmbeddedPostgres server, Path folder) {
		this.server = server;
		this.folder = folder;
	}

	/**
	 * Starts a server on a new folder.
	 * @throws IllegalStateException if it does not write durably
	 */
	public static Postgres start(Path folder) throws IOException, SQLException {
		EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
			.setDataDirectory(folder)
			.setCleanDataDirectory(false)
			.setRegisterShutdownHook(false)
			.setPGStartupWait(Duration.ofMinutes(1))
			.setServerConfig("shared_buffers", "512MB")
			.setServerConfig("max_wal_size", "4GB");
		DURABLE.forEach((setting) -> builder.setServerConfig(setting, "on"));
		Postgres postgres = new Postgres(builder.start(), folder);
		try (Connection connection = postgres.superuser("postgres");
				Statement statement = connection.createStatement()) {
			for (String setting : DURABLE) {
				if (!show(statement, setting).equals("on")) {
					throw new IllegalStateException("PostgreSQL runs with " + setting + " off");
				}
			}
			statement.execute("CREATE ROLE %1$s LOGIN PASSWORD '%1$s'".formatted(USER));
		}
		return postgres;
	}

	/** Creates an empty database that belongs to the service's user. */
	public void createDatabase(String name) throws SQLException {
		try (Connection connection = superuser("postgres"); Statement statement = connection.createStatement()) {
			statement.execute("CREATE DATABASE %s OWNER %s".formatted(name, USER));
		}
	}

	/** Where a database is, for JDBC. */
	public String url(String database) {
		return "jdbc:postgresql://127.0.0.1:" + this.server.getPort() + "/" + database;
	}

	/** Where a database is, with user and password, as most clients have it. */
	public String uri(String database) {
		return "postgres://%1$s:%1$s@127.0.0.1:%2$d/%3$s".formatted(USER, this.server.getPort(), database);
	}

	/** Connects as the service does. */
	public Connection connect(String database) throws SQLException {
		return DriverManager.getConnection(url(database), USER, USER);
	}

	/** Connects as the superuser. */
	public Connection superuser(String database) throws SQLException {
		return DriverManager.getConnection(url(database), "postgres", "postgres");
	}

	/** The process that all others of the server come from. */
	public long pid() throws IOException {
		return Long.parseLong(Files.readAllLines(this.folder.resolve("postmaster.pid")).getFirst().strip());
	}

	/** The version, and the settings that decide about speed. */
	public Map<String, String> settings() throws SQLException {
		Map<String, String> settings = new LinkedHashMap<>();
		try (Connection connection = superuser("postgres"); Statement statement = connection.createStatement()) {
			for (String setting : List.of("server_version", "fsync", "synchronous_commit", "full_page_writes",
					"wal_sync_method", "shared_buffers", "max_wal_size")) {
				settings.put(setting, show(statement, setting));
			}
		}
		return settings;
	}

	/** How many bytes of write-ahead log it has written since its folder was made. */
	public long walBytes() throws SQLException {
		try (Connection connection = superuser("postgres");
				Statement statement = connection.createStatement();
				ResultSet rows = statement.executeQuery("SELECT pg_current_wal_lsn() - '0/0'::pg_lsn")) {
			rows.next();
			return rows.getLong(1);
		}
	}

	private static String show(Statement statement, String setting) throws SQLException {
		try (ResultSet rows = statement.executeQuery("SHOW " + setting)) {
			rows.next();
			return rows.getString(1);
		}
	}

	@Override
	public void close() throws IOException {
		this.server.close();
	}

}
