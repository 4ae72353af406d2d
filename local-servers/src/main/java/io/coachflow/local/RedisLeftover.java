package io.coachflow.local;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * The server that was last started on a folder: this run's own, one that outlived a
 * killed run, or none. It is stopped only if it says that it works on our folder, and
 * only over its own connection, never by process id.
 */
final class RedisLeftover {

	private static final Duration LAST_SAVE = Duration.ofMinutes(1);

	private final RedisFolder folder;

	RedisLeftover(RedisFolder folder) {
		this.folder = folder;
	}

	/**
	 * Stops the server if one runs; it saves its data first.
	 * @param progress gets a sentence before the server is stopped
	 * @throws LocalServersException if a server holds the folder and cannot be stopped
	 */
	void stop(Consumer<String> progress) throws IOException {
		OptionalInt port = this.folder.lastPort();
		OptionalLong pid = this.folder.lastPid();
		boolean ours = port.isPresent() && worksOnOurFolder(port.getAsInt());
		if (ours) {
			progress.accept("Redis: stopping the server on port %d, left by a run that was killed ..."
				.formatted(port.getAsInt()));
			shutDown(port.getAsInt());
		}
		if (pid.isEmpty()) {
			return;
		}
		ServerProcess process = new ServerProcess(pid.getAsLong(), "redis-server", this.folder.path());
		Stopwatch stopwatch = new Stopwatch();
		while (ours && process.seemsToBeTheServer() && !stopwatch.hasPassed(LAST_SAVE)) {
			Stopwatch.pause();
		}
		if (process.seemsToBeTheServer()) {
			throw new LocalServersException(
					"A Redis, process %d, holds %s but does not answer.".formatted(process.pid(), this.folder.path()),
					"Stop process %d and start again.".formatted(process.pid()));
		}
	}

	boolean worksOnOurFolder(int port) {
		try (RedisConnection redis = RedisConnection.open(port)) {
			return Files.isSameFile(Path.of(redis.ask("CONFIG GET dir")), this.folder.path());
		}
		catch (IOException | RuntimeException ex) {
			// No server, or another program, whose reply is no path or not of Redis
			return false;
		}
	}

	private void shutDown(int port) throws IOException {
		try {
			send("SHUTDOWN", port);
		}
		catch (IOException ex) {
			// The data cannot be saved. It is only a cache, and the port is needed
			send("SHUTDOWN NOSAVE", port);
		}
		Stopwatch stopwatch = new Stopwatch();
		while (worksOnOurFolder(port) && !stopwatch.hasPassed(LAST_SAVE)) {
			Stopwatch.pause();
		}
	}

	private static void send(String command, int port) throws IOException {
		try (RedisConnection redis = RedisConnection.open(port)) {
			redis.ask(command);
		}
		catch (EOFException | SocketTimeoutException ex) {
			// Redis does not reply: it ends the connection, after a long save also later
		}
	}

}
