package io.coachflow.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.coachflow.local.FreePort;
import io.coachflow.local.LocalPostgres;
import io.coachflow.local.LocalRedis;
import org.springframework.util.FileSystemUtils;

/**
 * A PostgreSQL and a Redis for all tests of the read models, which start at their first
 * use and stop with the tests' process.
 */
final class TestServers {

	private static final TestServers SHARED = new TestServers();

	private final Path folder;

	private final LocalPostgres postgres;

	private final LocalRedis redis;

	private final int redisPort = FreePort.next();

	private TestServers() {
		try {
			this.folder = Files.createTempDirectory(Files.createDirectories(Path.of("target/it")), "query");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.postgres = LocalPostgres.start(this.folder.resolve("postgres"), FreePort.next(), (_) -> {
		});
		this.redis = LocalRedis.start(this.folder.resolve("redis"), this.redisPort, (_) -> {
		});
		Runtime.getRuntime().addShutdownHook(new Thread(this::remove));
	}

	static String jdbcUrl() {
		return SHARED.postgres.jdbcUrl();
	}

	static int redisPort() {
		return SHARED.redisPort;
	}

	private void remove() {
		this.postgres.close();
		this.redis.close();
		FileSystemUtils.deleteRecursively(this.folder.toFile());
	}

}
