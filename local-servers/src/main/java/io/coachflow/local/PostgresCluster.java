package io.coachflow.local;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Properties;
import java.util.function.Consumer;

import io.coachflow.local.PostgresPrograms.Result;
import org.springframework.util.FileSystemUtils;

/** A PostgreSQL data folder, and the one server that works on it. */
final class PostgresCluster {

	// Recovery after a crash replays up to max_wal_size; pg_ctl returns when it ends
	private static final String START_SECONDS = "600";

	// The last checkpoint may take longer; without it the next start recovers
	private static final String STOP_SECONDS = "4";

	private static final Duration OLD_BACKENDS_LINGER = Duration.ofSeconds(30);

	private static final String SUPERUSER = "postgres";

	private static final String PASSWORD_FILE = "superuser.password";

	private final Path folder;

	private final PostgresPrograms programs;

	private final ServerLog log;

	PostgresCluster(Path folder, PostgresPrograms programs) {
		this.folder = folder;
		this.programs = programs;
		this.log = new ServerLog(folder.resolve("server.log"));
	}

	Path folder() {
		return this.folder;
	}

	/** Creates the cluster in a temporary folder and renames that when it is complete. */
	void createIfAbsent(Consumer<String> progress) throws IOException {
		if (Files.exists(this.folder.resolve("PG_VERSION"))) {
			return;
		}
		progress.accept("PostgreSQL: creating the database cluster (first start only, about 5 s) ...");
		String prefix = this.folder.getFileName() + ".incomplete-";
		try (DirectoryStream<Path> interrupted = Files.newDirectoryStream(this.folder.getParent(), prefix + "*")) {
			for (Path path : interrupted) {
				FileSystemUtils.deleteRecursively(path);
			}
		}
		Path incomplete = this.folder.resolveSibling(prefix + ProcessHandle.current().pid());
		byte[] password = new byte[16];
		new SecureRandom().nextBytes(password);
		Path passwordFile = OwnerOnly.writeNew(this.folder.resolveSibling(prefix + PASSWORD_FILE),
				HexFormat.of().formatHex(password));
		Result result = this.programs.run(incomplete, "initdb", "--username=" + SUPERUSER, "--pwfile=" + passwordFile,
				"--auth=scram-sha-256", "--encoding=UTF8", "--locale=C", "--locale-provider=builtin",
				"--builtin-locale=C.UTF-8");
		if (!result.succeeded()) {
			throw failure("could not create its data folder", result.output());
		}
		Files.move(passwordFile, incomplete.resolve(PASSWORD_FILE));
		Files.writeString(incomplete.resolve("postgresql.conf"), "\ninclude_if_exists = 'coachflow.conf'\n",
				StandardOpenOption.APPEND);
		Files.move(incomplete, this.folder, StandardCopyOption.ATOMIC_MOVE);
	}

	/** Starts the server and returns when it takes connections. */
	void start(int port) throws IOException {
		Files.writeString(this.folder.resolve("coachflow.conf"), """
				# Written at every start of Coachflow
				listen_addresses = '%s'
				port = %d
				unix_socket_directories = ''
				fsync = on
				synchronous_commit = on
				full_page_writes = on
				max_connections = 100
				shared_buffers = '128MB'
				timezone = 'UTC'
				log_timezone = 'UTC'
				# Both passwords need no protection against guessing: one is random, the other is public
				scram_iterations = 1
				""".formatted(LoopbackPort.HOST, port));
		this.log.rotate();
		Stopwatch stopwatch = new Stopwatch();
		Result result = tryToStart();
		// The children of a killed postmaster may need a moment to end
		while (!result.succeeded() && this.log.lastLines().contains("pre-existing shared memory block")
				&& !stopwatch.hasPassed(OLD_BACKENDS_LINGER)) {
			Stopwatch.pause();
			result = tryToStart();
		}
		if (!result.succeeded()) {
			throw failure("did not start", this.log.lastLines());
		}
	}

	private Result tryToStart() throws IOException {
		return this.programs.run(this.folder, "pg_ctl", "start", "--wait", "--timeout=" + START_SECONDS,
				"--log=" + this.log.file().getFileName());
	}

	/**
	 * Stops the server that {@code postmaster.pid} names. The caller knows that it works
	 * on this folder.
	 */
	void stop() throws IOException {
		Result result = this.programs.run(this.folder, "pg_ctl", "stop", "--mode=fast", "--wait",
				"--timeout=" + STOP_SECONDS);
		if (!result.succeeded() && PostmasterFile.read(this.folder).isPresent()) {
			result = this.programs.run(this.folder, "pg_ctl", "stop", "--mode=immediate", "--wait",
					"--timeout=" + STOP_SECONDS);
		}
		if (!result.succeeded() && PostmasterFile.read(this.folder).isPresent()) {
			throw failure("could not be stopped", result.output());
		}
	}

	/** Connects as the superuser, whose password is stored in this folder only. */
	Connection connect(int port) throws IOException, SQLException {
		Properties properties = new Properties();
		properties.setProperty("user", SUPERUSER);
		properties.setProperty("password", Files.readString(this.folder.resolve(PASSWORD_FILE)));
		properties.setProperty("connectTimeout", "5");
		properties.setProperty("socketTimeout", "30");
		return DriverManager.getConnection("jdbc:postgresql://%s:%d/postgres".formatted(LoopbackPort.HOST, port),
				properties);
	}

	LocalServersException failure(String what, String detail) {
		return new LocalServersException("PostgreSQL %s in %s: %s".formatted(what, this.folder, detail),
				"Read %s, or set SPRING_DATASOURCE_URL to another PostgreSQL, or move the folder away to start with an empty one."
					.formatted(this.log.file()));
	}

}
