package io.coachflow.llm;

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
 * The PostgreSQL of all tests, started by the first test and stopped with the JVM.
 */
final class TestDatabase {

	private static final DataSource DATA_SOURCE = start();

	private TestDatabase() {
	}

	/** A database with the module's tables. */
	static DataSource dataSource() {
		return DATA_SOURCE;
	}

	private static DataSource start() {
		try {
			Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target/it")), "llm");
			LocalPostgres server = LocalPostgres.start(folder.resolve("postgres"), FreePort.next(), (_) -> {
			});
			Runtime.getRuntime().addShutdownHook(new Thread(() -> {
				server.close();
				FileSystemUtils.deleteRecursively(folder.toFile());
			}));
			DataSource started = new DriverManagerDataSource(server.jdbcUrl(), LocalPostgres.NAME, LocalPostgres.NAME);
			new ResourceDatabasePopulator(new ClassPathResource("db/migration/V40__model_tokens.sql"),
					new ClassPathResource("db/migration/V41__model_calls.sql"))
				.execute(started);
			return started;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
