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
 * A PostgreSQL for tests of the log. It starts when it is first used, and is removed when
 * the process ends.
 */
final class TestPostgres {

	/** For all tests but those that disturb others on the same server. */
	static final TestPostgres SHARED = new TestPostgres();

	private final Path folder;

	private final int port = FreePort.next();

	private @Nullable LocalPostgres running;

	TestPostgres() {
		try {
			this.folder = Files.createTempDirectory(Files.createDirectories(Path.of("target/it")), "log");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Runtime.getRuntime().addShutdownHook(new Thread(this::remove));
	}

	int port() {
		return this.port;
	}

	/** The URL of the database; starts the server if it does not run. */
	synchronized String url() {
		return running().jdbcUrl();
	}

	/** Stops the server at once, as a crash would, and starts it again. */
	synchronized void crash() throws IOException, InterruptedException {
		ProcessHandle server = ProcessHandle.of(running().pid()).orElseThrow();
		new ProcessBuilder("kill", "-QUIT", Long.toString(server.pid())).start().waitFor();
		while (server.isAlive()) {
			Thread.sleep(5);
		}
		this.running = null;
		url();
	}

	private LocalPostgres running() {
		LocalPostgres postgres = this.running;
		if (postgres == null) {
			postgres = LocalPostgres.start(this.folder.resolve("postgres"), this.port, (_) -> {
			});
			this.running = postgres;
		}
		return postgres;
	}

	private synchronized void remove() {
		if (this.running != null) {
			this.running.close();
		}
		FileSystemUtils.deleteRecursively(this.folder.toFile());
	}

}
