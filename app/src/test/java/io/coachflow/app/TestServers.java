package io.coachflow.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import io.coachflow.local.FreePort;
import io.coachflow.local.LocalServers;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.FileSystemUtils;

/**
 * Gives a test context a PostgreSQL and a Redis of its own, on free ports, and a coach
 * who asks nothing back.
 */
public class TestServers implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	/**
	 * What contexts of Spring Boot in one process have in common: each sets up the
	 * logging anew as it starts.
	 */
	public static final String LOGGING = "logging";

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		try {
			Path data = Files.createTempDirectory(Files.createDirectories(Path.of("target/it")), "data");
			Runtime.getRuntime().addShutdownHook(new Thread(() -> FileSystemUtils.deleteRecursively(data.toFile())));
			PreparedStart.copyDatabaseTo(data.resolve("postgres"));
			context.getEnvironment()
				.getPropertySources()
				.addFirst(new MapPropertySource("testServers",
						// Most tests are on what becomes of an answer, be it as short as
						// in a test
						Map.of("coachflow.coach.minimum-confidence", 0, "coachflow.local.data-dir", data.toString(),
								"coachflow.local.postgres-port", FreePort.next(), "coachflow.local.redis-port",
								FreePort.next(), "server.port", FreePort.next())));
			new LocalServers().initialize(context);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
