package io.coachflow.command.idempotency;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.sql.DataSource;

import io.coachflow.local.FreePort;
import io.coachflow.local.LocalPostgres;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.util.FileSystemUtils;

/**
 * The PostgreSQL of all tests, started by the first and ended with the JVM.
 */
final class CommandDatabase {

	private static final DataSource DATA_SOURCE = start();

	private CommandDatabase() {
	}

	/** A database with the module's tables. */
	static DataSource dataSource() {
		return DATA_SOURCE;
	}

	private static DataSource start() {
		try {
			Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target/it")), "command");
			LocalPostgres server = LocalPostgres.start(folder.resolve("postgres"), FreePort.next(), (_) -> {
			});
			Runtime.getRuntime().addShutdownHook(new Thread(() -> {
				server.close();
				FileSystemUtils.deleteRecursively(folder.toFile());
			}));
			DataSource started = new DriverManagerDataSource(server.jdbcUrl(), LocalPostgres.NAME, LocalPostgres.NAME);
			new ResourceDatabasePopulator(new ClassPathResource("db/migration/V10__idempotency_key.sql"),
					new ClassPathResource("db/migration/V11__idempotency_key_session.sql"))
				.execute(started);
			return started;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
