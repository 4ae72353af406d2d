package io.coachflow.eventlog;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Migrates over connections of its own: those of the pool give up on a statement after
 * seconds, and a migration may take hours.
 */
@Configuration(proxyBeanMethods = false)
class MigrationConfiguration {

	@Bean
	FlywayConfigurationCustomizer unhurriedMigrations(HikariDataSource pool) {
		return (flyway) -> flyway.dataSource(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword());
	}

}
