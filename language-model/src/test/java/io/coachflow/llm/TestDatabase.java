package io.coachflow.llm;

import java.io.IOException;
import java.io.UncheckedIOException;

import javax.sql.DataSource;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/**
 * The PostgreSQL of all tests, started by the first and ended with the JVM.
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
			DataSource started = EmbeddedPostgres.start().getPostgresDatabase();
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
