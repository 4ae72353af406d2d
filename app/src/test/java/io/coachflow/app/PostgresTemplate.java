package io.coachflow.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

import io.coachflow.local.FreePort;
import io.coachflow.local.LocalPostgres;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * A database as a first start leaves it, made once for all tests: making one takes
 * seconds, and each application of the tests has its own. Tests of first starts do
 * without.
 */
public final class PostgresTemplate {

	private static @Nullable Path template;

	private PostgresTemplate() {
	}

	/** Puts a copy into a folder that does not exist yet. */
	public static void copyTo(Path folder) throws IOException {
		Path source = template();
		Files.createDirectories(folder.toAbsolutePath().getParent());
		try (Stream<Path> files = Files.walk(source)) {
			for (Path file : files.toList()) {
				// A folder keeps its rights, without which PostgreSQL does not start
				Files.copy(file, folder.resolve(source.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
			}
		}
	}

	private static synchronized Path template() throws IOException {
		if (template == null) {
			Path home = Files.createTempDirectory(Files.createDirectories(Path.of("target/it")), "template");
			Runtime.getRuntime().addShutdownHook(new Thread(() -> FileSystemUtils.deleteRecursively(home.toFile())));
			Path made = home.resolve("postgres");
			try (LocalPostgres postgres = LocalPostgres.start(made, FreePort.next(), (_) -> {
				// Nobody waits for it
			})) {
				Flyway.configure()
					.dataSource(postgres.jdbcUrl(), LocalPostgres.NAME, LocalPostgres.NAME)
					.outOfOrder(true)
					.load()
					.migrate();
			}
			template = made;
		}
		return template;
	}

}
