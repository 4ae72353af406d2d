package io.coachflow.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The folder of one Redis: its settings, its data and its process id.
 *
 * @param path absolute, without symbolic links
 */
record RedisFolder(Path path) {

	private static final Pattern PORT = Pattern.compile("^port (\\d{1,5})$", Pattern.MULTILINE);

	static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");

	static RedisFolder create(Path path) throws IOException {
		return new RedisFolder(OwnerOnly.createDirectories(path.toAbsolutePath().normalize()).toRealPath());
	}

	Path settings() {
		return this.path.resolve("redis.conf");
	}

	ServerLog log() {
		return new ServerLog(this.path.resolve("server.log"));
	}

	private Path pidFile() {
		return this.path.resolve("redis.pid");
	}

	void writeSettings(int port) throws IOException {
		// If a background save cannot fork, the cache must still take writes
		Files.writeString(settings(), """
				# Written at every start of Coachflow
				bind %s
				port %d
				dir %s
				pidfile %s
				logfile %s
				daemonize %s
				save 900 1
				save 300 10
				save 60 10000
				appendonly no
				stop-writes-on-bgsave-error no
				""".formatted(LoopbackPort.HOST, port, quoted(this.path), quoted(pidFile()), quoted(log().file()),
				(WINDOWS ? "no" : "yes")));
	}

	/** The port of the last start. A server left behind still listens on it. */
	OptionalInt lastPort() throws IOException {
		if (!Files.exists(settings())) {
			return OptionalInt.empty();
		}
		Matcher port = PORT.matcher(Files.readString(settings()));
		return (port.find() ? OptionalInt.of(Integer.parseInt(port.group(1))) : OptionalInt.empty());
	}

	OptionalLong lastPid() throws IOException {
		if (!Files.exists(pidFile())) {
			return OptionalLong.empty();
		}
		try {
			return OptionalLong.of(Long.parseLong(Files.readString(pidFile()).strip()));
		}
		catch (NumberFormatException ex) {
			return OptionalLong.empty();
		}
	}

	private static String quoted(Path path) {
		return '"' + path.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
	}

}
