package io.coachflow.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/** A real Redis on 127.0.0.1, which saves its data when it is stopped. */
public final class LocalRedis implements AutoCloseable {

	private static final Duration LISTENING = Duration.ofSeconds(15);

	private static final Duration LOADING = Duration.ofMinutes(2);

	private final RedisFolder folder;

	private final int port;

	private @Nullable ProcessHandle process;

	private LocalRedis(RedisFolder folder, int port) {
		this.folder = folder;
		this.port = port;
	}

	/**
	 * Starts Redis, after stopping what an earlier, killed run left of it.
	 * @param folder the data, created if absent; nobody else may start a server on it now
	 * @param port 1 to 65535, on the loopback interface
	 * @param progress gets sentences for a person who waits
	 * @return the running server, to be closed
	 * @throws LocalServersException if the port is taken or the folder is unusable
	 */
	public static LocalRedis start(Path folder, int port, Consumer<String> progress) {
		Stopwatch stopwatch = new Stopwatch();
		try {
			LocalRedis redis = new LocalRedis(RedisFolder.create(folder), port);
			new RedisLeftover(redis.folder).stop(progress);
			LoopbackPort.ofRedis(port).requireFree();
			RedisProgram program = RedisProgram.unpacked(redis.folder, progress);
			redis.folder.writeSettings(port);
			redis.folder.log().rotate();
			boolean ready = false;
			try {
				program.launch(redis.folder);
				redis.awaitReady();
				redis.process = ProcessHandle.of(redis.pid()).orElse(null);
				String version = redis.info("redis_version");
				ready = true;
				progress
					.accept("Redis %s is ready on %s:%d (%s)".formatted(version, LoopbackPort.HOST, port, stopwatch));
				return redis;
			}
			finally {
				if (!ready) {
					redis.close();
				}
			}
		}
		catch (IOException ex) {
			throw failure(folder, ex);
		}
	}

	/**
	 * Stops the server that an earlier, killed run left on the folder, if there is one.
	 */
	static void stopLeftover(Path folder, Consumer<String> progress) {
		try {
			new RedisLeftover(RedisFolder.create(folder)).stop(progress);
		}
		catch (IOException ex) {
			throw failure(folder, ex);
		}
	}

	private static LocalServersException failure(Path folder, Exception cause) {
		return new LocalServersException("Redis could not be run on %s: %s.".formatted(folder, cause),
				"Fix the cause, or set SPRING_DATA_REDIS_URL to another Redis.", cause);
	}

	private void awaitReady() throws IOException {
		Stopwatch stopwatch = new Stopwatch();
		RedisLeftover server = new RedisLeftover(this.folder);
		while (!server.worksOnOurFolder(this.port)) {
			requireNotPassed(LISTENING, stopwatch);
		}
		while (!answersPing()) {
			requireNotPassed(LOADING, stopwatch);
		}
	}

	private void requireNotPassed(Duration limit, Stopwatch stopwatch) throws IOException {
		if (stopwatch.hasPassed(limit)) {
			throw new IOException(
					"no answer after %s; its log ends with %s".formatted(stopwatch, this.folder.log().lastLines()));
		}
		Stopwatch.pause();
	}

	private boolean answersPing() {
		try (RedisConnection redis = RedisConnection.open(this.port)) {
			return redis.ask("PING").equals("PONG");
		}
		catch (IOException ex) {
			// Still loading
			return false;
		}
	}

	private String info(String field) throws IOException {
		try (RedisConnection redis = RedisConnection.open(this.port)) {
			return redis.ask("INFO server")
				.lines()
				.filter((line) -> line.startsWith(field + ":"))
				.map((line) -> line.substring(field.length() + 1).strip())
				.findFirst()
				.orElseThrow(() -> new IOException("Redis does not report its " + field));
		}
	}

	/**
	 * {@return the URL of the server, for Spring and Lettuce}
	 */
	public String url() {
		return "redis://%s:%d".formatted(LoopbackPort.HOST, this.port);
	}

	/**
	 * The process id, for tests that kill the server.
	 * @throws LocalServersException if no server answers
	 */
	public long pid() {
		try {
			return Long.parseLong(info("process_id"));
		}
		catch (IOException ex) {
			throw failure(this.folder.path(), ex);
		}
	}

	/**
	 * Saves the data and stops the server; does nothing if no server runs.
	 * @throws LocalServersException if it does not answer or does not stop
	 */
	@Override
	public void close() {
		try {
			if (this.process != null && Files.notExists(this.folder.settings())) {
				// Without its folder there is nothing to save
				this.process.destroyForcibly();
				return;
			}
			new RedisLeftover(this.folder).stop((_) -> {
			});
		}
		catch (IOException ex) {
			throw failure(this.folder.path(), ex);
		}
	}

}
