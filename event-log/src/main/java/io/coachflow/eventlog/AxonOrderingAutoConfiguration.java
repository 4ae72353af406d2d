package io.coachflow.eventlog;

import org.springframework.boot.autoconfigure.AutoConfiguration;

/**
 * Orders Axon's auto-configurations after those of Spring Boot 4 that they build on: Axon
 * 4.13 knows only the class names of Spring Boot 3.
 */
@AutoConfiguration(
		afterName = { "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
				"org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration" },
		beforeName = { "org.axonframework.springboot.autoconfig.JdbcAutoConfiguration",
				"org.axonframework.springboot.autoconfig.TransactionAutoConfiguration",
				"org.axonframework.springboot.autoconfig.JpaAutoConfiguration" })
public class AxonOrderingAutoConfiguration {

}
