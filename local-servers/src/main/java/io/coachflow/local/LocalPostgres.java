package io.coachflow.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * A real PostgreSQL on 127.0.0.1 with durable settings, whose data outlives it. It holds
 * a database {@code coachflow} that belongs to the user {@code coachflow}, password
 * {@code coachflow}.
 */
public final class LocalPostgres implements AutoCloseable {

	/** The name of the database, its user and the user's password. */
	public static final String NAME = "coachflow";

	private final PostgresCluster cluster;

	private final int port;

	private @Nullable ProcessHandle process;

	private LocalPostgres(PostgresCluster cluster, int port) {
		this.cluster = cluster;
		this.port = port;
	}

	/**
	 * Starts PostgreSQL, after stopping what an earlier, killed run left of it. The first
	 * start of a user unpacks the programs, and the first start on a folder creates the
	 * cluster: about 10 s together. Later starts take about a second, and longer after a
	 * crash.
	 * @param folder the data, created if absent; nobody else may start a server on it now
	 * @param port 1 to 65535, on the loopback interface
	 * @param progress gets sentences for a person who waits
	 * @return the running server, to be closed
	 * @throws LocalServersException if the port is taken, the folder is unusable or the
	 * server's settings are not durable
	 */
	public static LocalPostgres start(Path folder, int port, Consumer<String> progress) {
		Stopwatch stopwatch = new Stopwatch();
		try {
			LocalPostgres postgres = new LocalPostgres(open(folder, progress), port);
			new PostgresLeftover(postgres.cluster).stop(progress);
			LoopbackPort.ofPostgres(port).requireFree();
			postgres.cluster.createIfAbsent(progress);
			boolean ready = false;
			try {
				postgres.cluster.start(port);
				postgres.process = ProcessHandle.of(postgres.pid()).orElse(null);
				String version = postgres.prepare();
				ready = true;
				progress.accept(
						"PostgreSQL %s is ready on %s:%d (%s)".formatted(version, LoopbackPort.HOST, port, stopwatch));
				return postgres;
			}
			finally {
				if (!ready) {
					postgres.close();
				}
			}
		}
		catch (IOException | SQLException ex) {
			throw failure(folder, ex);
		}
	}

	/**
	 * Stops the server that an earlier, killed run left on the folder, if there is one.
	 */
	static void stopLeftover(Path folder, Consumer<String> progress) {
		try {
			if (PostmasterFile.read(folder).isPresent()) {
				new PostgresLeftover(open(folder, progress)).stop(progress);
			}
		}
		catch (IOException ex) {
			throw failure(folder, ex);
		}
	}

	private static PostgresCluster open(Path folder, Consumer<String> progress) throws IOException {
		Path above = Objects.requireNonNull(folder.toAbsolutePath().normalize().getParent(),
				"The data folder has no parent");
		Path parent = OwnerOnly.createDirectories(above).toRealPath();
		Path data = parent.resolve(folder.getFileName());
		return new PostgresCluster(data, PostgresPrograms.unpacked(data, progress));
	}

	private static LocalServersException failure(Path folder, Exception cause) {
		return new LocalServersException("PostgreSQL could not be run on %s: %s.".formatted(folder, cause),
				"Fix the cause, or set SPRING_DATASOURCE_URL to another PostgreSQL.", cause);
	}

	private String prepare() throws IOException, SQLException {
		try (Connection connection = this.cluster.connect(this.port);
				Statement statement = connection.createStatement()) {
			for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
				requireOn(setting, show(statement, setting));
			}
			if (isMissing(statement, "pg_roles WHERE rolname")) {
				statement.execute("CREATE ROLE %1$s LOGIN PASSWORD '%1$s'".formatted(NAME));
			}
			if (isMissing(statement, "pg_database WHERE datname")) {
				statement.execute("CREATE DATABASE %1$s OWNER %1$s".formatted(NAME));
			}
			return show(statement, "server_version").split(" ")[0];
		}
	}

	private void requireOn(String setting, String value) {
		if (!value.equals("on")) {
			throw new LocalServersException(
					"PostgreSQL in %s runs with %s = %s, so that a crash could lose what was acknowledged."
						.formatted(this.cluster.folder(), setting, value),
					"Remove %s from postgresql.auto.conf and postgresql.conf there, and start again."
						.formatted(setting));
		}
	}

	private static String show(Statement statement, String setting) throws SQLException {
		try (ResultSet rows = statement.executeQuery("SHOW " + setting)) {
			rows.next();
			return rows.getString(1);
		}
	}

	private static boolean isMissing(Statement statement, String named) throws SQLException {
		try (ResultSet rows = statement.executeQuery("SELECT 1 FROM %s = '%s'".formatted(named, NAME))) {
			return !rows.next();
		}
	}

	/**
	 * {@return the JDBC URL of the database}
	 */
	public String jdbcUrl() {
		return "jdbc:postgresql://%s:%d/%s".formatted(LoopbackPort.HOST, this.port, NAME);
	}

	/**
	 * The process id, for tests that kill the server.
	 * @return the id of the server's main process
	 * @throws LocalServersException if no server runs
	 */
	public long pid() {
		try {
			return PostmasterFile.read(this.cluster.folder())
				.orElseThrow(() -> this.cluster.failure("does not run", "there is no postmaster.pid"))
				.pid();
		}
		catch (IOException ex) {
			throw failure(this.cluster.folder(), ex);
		}
	}

	/**
	 * Stops the server and closes its connections; does nothing if no server runs.
	 * @throws LocalServersException if it does not stop
	 */
	@Override
	public void close() {
		try {
			if (this.process != null && Files.notExists(this.cluster.folder())) {
				// Without its folder it cannot shut down cleanly
				this.process.destroyForcibly();
				return;
			}
			new PostgresLeftover(this.cluster).stop((_) -> {
			});
		}
		catch (IOException ex) {
			throw failure(this.cluster.folder(), ex);
		}
	}

}
