package io.coachflow.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The server that {@code postmaster.pid} names: this run's own, one that outlived a
 * killed run, or none. It is stopped only if it is known to work on our folder.
 */
final class PostgresLeftover {

	private static final String STARTING_UP_OR_SHUTTING_DOWN = "57P03";

	private static final Duration RECOVERY = Duration.ofMinutes(10);

	private final PostgresCluster cluster;

	PostgresLeftover(PostgresCluster cluster) {
		this.cluster = cluster;
	}

	/**
	 * Stops the server if one runs, and deletes a stale {@code postmaster.pid} that would
	 * keep another from starting.
	 * @param progress gets a sentence before the server is stopped
	 * @throws LocalServersException if a server holds the folder and cannot be stopped
	 */
	void stop(Consumer<String> progress) throws IOException {
		Optional<PostmasterFile> found = PostmasterFile.read(this.cluster.folder());
		if (found.isEmpty()) {
			return;
		}
		PostmasterFile pidFile = found.get();
		ServerProcess process = new ServerProcess(pidFile.pid(), "postgres", this.cluster.folder());
		if (!process.isAlive()) {
			return;
		}
		if (process.isCertainlyTheServer() || answersForOurFolder(pidFile.port(), process)) {
			progress
				.accept("PostgreSQL: stopping process %d, left by a run that was killed ...".formatted(pidFile.pid()));
			this.cluster.stop();
		}
		else if (process.seemsToBeTheServer()) {
			throw new LocalServersException(
					"A PostgreSQL, process %d, seems to hold %s but does not answer on port %d."
						.formatted(pidFile.pid(), this.cluster.folder(), pidFile.port()),
					"Stop process %d if Coachflow left it, else delete %s; then start again.".formatted(pidFile.pid(),
							this.cluster.folder().resolve("postmaster.pid")));
		}
		else {
			PostmasterFile.delete(this.cluster.folder());
		}
	}

	private boolean answersForOurFolder(int port, ServerProcess process) throws IOException {
		Stopwatch stopwatch = new Stopwatch();
		while (process.isAlive() && !stopwatch.hasPassed(RECOVERY)) {
			try (Connection connection = this.cluster.connect(port);
					Statement statement = connection.createStatement();
					ResultSet rows = statement.executeQuery("SHOW data_directory")) {
				return rows.next() && Files.isSameFile(Path.of(rows.getString(1)), this.cluster.folder());
			}
			catch (SQLException ex) {
				if (!STARTING_UP_OR_SHUTTING_DOWN.equals(ex.getSQLState())) {
					return false;
				}
				Stopwatch.pause();
			}
		}
		return false;
	}

}
