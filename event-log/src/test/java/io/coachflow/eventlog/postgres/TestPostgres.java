package io.coachflow.eventlog.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.coachflow.local.FreePort;
import io.coachflow.local.LocalPostgres;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * The PostgreSQL of all tests of the log, started by the first of them.
 */
final class TestPostgres {

	private static final Path FOLDER;

	private static final int PORT;

	static {
		try {
			FOLDER = Files.createTempDirectory(Files.createDirectories(Path.of("target/it")), "log");
			PORT = FreePort.next();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Runtime.getRuntime().addShutdownHook(new Thread(TestPostgres::remove));
	}

	private static @Nullable LocalPostgres running;

	private TestPostgres() {
	}

	static int port() {
		return PORT;
	}

	/** Where the database is; starts the server if it does not run. */
	static synchronized String url() {
		LocalPostgres postgres = running;
		if (postgres == null) {
			postgres = LocalPostgres.start(FOLDER.resolve("postgres"), PORT, (_) -> {
			});
			running = postgres;
		}
		return postgres.jdbcUrl();
	}

	/** Stops the server at once, as a crash would, and starts it again. */
	static synchronized void crash() throws IOException, InterruptedException {
		url();
		ProcessHandle server = ProcessHandle.of(running.pid()).orElseThrow();
		new ProcessBuilder("kill", "-QUIT", Long.toString(server.pid())).start().waitFor();
		while (server.isAlive()) {
			Thread.sleep(5);
		}
		running = null;
		url();
	}

	private static synchronized void remove() {
		if (running != null) {
			running.close();
		}
		FileSystemUtils.deleteRecursively(FOLDER.toFile());
	}

}
