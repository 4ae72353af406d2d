package io.coachflow.eventlog;

import org.springframework.boot.autoconfigure.AutoConfiguration;

/**
 * Puts Axon's auto-configurations behind those of Spring Boot 4 that they build on: Axon
 * 4.13 orders itself by class names of Spring Boot 3 alone.
 */
@AutoConfiguration(
		afterName = { "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
				"org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration" },
		beforeName = { "org.axonframework.springboot.autoconfig.JdbcAutoConfiguration",
				"org.axonframework.springboot.autoconfig.TransactionAutoConfiguration",
				"org.axonframework.springboot.autoconfig.JpaAutoConfiguration" })
public class AxonOrderingAutoConfiguration {

}
