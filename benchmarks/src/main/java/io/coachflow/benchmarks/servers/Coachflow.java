package io.coachflow.benchmarks.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The production jar, or a peer that speaks its interface, in a process of its own.
 */
public final class Coachflow implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofMinutes(4);

	private static final Duration STOPPING = Duration.ofSeconds(40);

	private final long launched = System.nanoTime();

	private final Process process;

	private final int port;

	private final Path log;

	private double secondsToReadiness;

	private Coachflow(Process process, int port, Path log) {
		this.process = process;
		this.port = port;
		this.log = log;
	}

	static Coachflow launch(ProcessBuilder builder, Path log) throws IOException {
		int port = Redis.freePort();
		builder.environment().put("SERVER_PORT", Integer.toString(port));
		builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
		return new Coachflow(builder.start(), port, log);
	}

	/** Waits until it takes requests. */
	public Coachflow awaitReady() throws IOException, InterruptedException {
		long deadline = System.nanoTime() + PATIENCE.toNanos();
		while (System.nanoTime() < deadline && this.process.isAlive()) {
			try (ApiConnection connection = connect()) {
				if (connection.get("/actuator/health/readiness", null).status() == 200) {
					this.secondsToReadiness = (System.nanoTime() - this.launched) / 1e9;
					return this;
				}
			}
			catch (IOException ex) {
				// Not listening yet
			}
			Thread.sleep(100);
		}
		List<String> lines = Files.readAllLines(this.log);
		throw new IOException("Coachflow did not become ready; its output ends with\n"
				+ String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size())));
	}

	/** From its process to readiness; 0 before that. */
	public double secondsToReadiness() {
		return this.secondsToReadiness;
	}

	/** A new connection to its interface. */
	public ApiConnection connect() {
		return new ApiConnection(this.port);
	}

	/** Its process. */
	public long pid() {
		return this.process.pid();
	}

	/** Asks it to stop, and waits; ends it where it does not within that time. */
	public void stop(Duration patience) {
		this.process.destroy();
		try {
			if (!this.process.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
				this.process.destroyForcibly();
			}
		}
		catch (InterruptedException ex) {
			this.process.destroyForcibly();
			Thread.currentThread().interrupt();
		}
	}

	/** Asks it to stop, and waits; ends it where it does not. */
	@Override
	public void close() {
		stop(STOPPING);
	}

}
