package io.coachflow.eventlog.postgres;

import com.zaxxer.hikari.HikariDataSource;
import io.coachflow.eventlog.read.UnupcastedLog;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandBusSpanFactory;
import org.axonframework.commandhandling.DuplicateCommandHandlerResolver;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The log and the command bus if Axon Server is not enabled.
 */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "axon.axonserver.enabled", havingValue = "false", matchIfMissing = true)
class PostgresLogConfiguration {

	@Bean
	LogConnections logConnections(HikariDataSource pool) {
		return new LogConnections(pool);
	}

	@Bean
	CommitTimes commitTimes(MeterRegistry registry) {
		return new CommitTimes(registry);
	}

	@Bean
	LogReader logReader(JdbcTemplate jdbc, @Qualifier("eventSerializer") Serializer serializer,
			Configuration configuration) {
		return new LogReader(jdbc, serializer, configuration.upcasterChain());
	}

	@Bean
	LogTail logTail(LogReader reader) {
		return new LogTail(reader);
	}

	@Bean(initMethod = "start", destroyMethod = "stop")
	EventAppender eventAppender(LogConnections connections, LogTail tail, CommitTimes times, MeterRegistry registry) {
		EventAppender appender = new EventAppender(connections, new CommitListener(times, tail));
		Gauge.builder("coachflow.log.backlog", appender, EventAppender::backlog)
			.description("Appends that wait for the log")
			.register(registry);
		return appender;
	}

	@Bean
	EventLogHealth eventLogHealthIndicator(EventAppender appender) {
		return new EventLogHealth(appender);
	}

	@Bean
	PostgresEventStorageEngine eventStorageEngine(LogReader reader, EventAppender appender,
			@Qualifier("eventSerializer") Serializer serializer, Configuration configuration) {
		return new PostgresEventStorageEngine(reader, appender, serializer, configuration.upcasterChain());
	}

	@Bean(initMethod = "start", destroyMethod = "stop")
	NotificationListener notificationListener(LogConnections connections, LogTail tail) {
		return new NotificationListener(connections, tail::wake);
	}

	@Bean("eventBus")
	EventStore eventStore(PostgresEventStorageEngine engine, LogReader reader, LogTail tail, CommitTimes times,
			Configuration configuration) {
		return new PostgresEventStore(engine, reader, tail, times,
				configuration.messageMonitor(EventStore.class, "eventStore"),
				configuration.getComponent(EventBusSpanFactory.class));
	}

	@Bean
	UnupcastedLog rawLog(EventStore store, LogReader reader, EventAppender appender,
			@Qualifier("eventSerializer") Serializer serializer) {
		return new UnupcastedLog(store,
				new PostgresEventStorageEngine(reader, appender, serializer, new EventUpcasterChain()));
	}

	/**
	 * Has no transactions: a command reads the log, and its append is a transaction of
	 * its own.
	 */
	@Bean
	@Qualifier("localSegment")
	CommandBus commandBus(Configuration configuration, DuplicateCommandHandlerResolver duplicates) {
		SimpleCommandBus bus = SimpleCommandBus.builder()
			.duplicateCommandHandlerResolver(duplicates)
			.spanFactory(configuration.getComponent(CommandBusSpanFactory.class))
			.messageMonitor(configuration.messageMonitor(CommandBus.class, "commandBus"))
			.build();
		bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(configuration.correlationDataProviders()));
		return bus;
	}

}
