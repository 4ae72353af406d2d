package io.coachflow.eventlog;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Migrates on connections of its own: statements on the pool's connections time out after
 * seconds, and a migration may take hours.
 */
@Configuration(proxyBeanMethods = false)
class MigrationConfiguration {

	@Bean
	FlywayConfigurationCustomizer migrationsWithoutTimeout(HikariDataSource pool) {
		return (flyway) -> flyway.dataSource(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword());
	}

}
