package io.coachflow.eventlog.axonserver;

import io.coachflow.eventlog.read.UnupcastedLog;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.axonserver.connector.ManagedChannelCustomizer;
import org.axonframework.axonserver.connector.command.AxonServerCommandBus;
import org.axonframework.axonserver.connector.event.axon.AxonServerEventStore;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandBusSpanFactory;
import org.axonframework.commandhandling.DuplicateCommandHandlerResolver;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.distributed.RoutingStrategy;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * Makes Axon Server the event log and the buses, if it is enabled. Axon configures the
 * rest.
 */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "axon.axonserver.enabled", havingValue = "true")
class AxonServerLogConfiguration {

	@Bean("eventBus")
	EventStore eventStore(AxonServerConfiguration axonServer, AxonServerConnectionManager connections,
			@Qualifier("eventSerializer") Serializer eventSerializer, Configuration configuration) {
		return SealingEventStore.of(
				builder(axonServer, connections, eventSerializer).upcasterChain(configuration.upcasterChain())
					.messageMonitor(configuration.messageMonitor(AxonServerEventStore.class, "eventStore"))
					.spanFactory(configuration.getComponent(EventBusSpanFactory.class)),
				new HashChainWriter(eventSerializer));
	}

	@Bean
	UnupcastedLog rawLog(AxonServerConfiguration axonServer, AxonServerConnectionManager connections,
			@Qualifier("eventSerializer") Serializer eventSerializer) {
		return new UnupcastedLog(builder(axonServer, connections, eventSerializer).build(), null);
	}

	private static AxonServerEventStore.Builder builder(AxonServerConfiguration axonServer,
			AxonServerConnectionManager connections, Serializer eventSerializer) {
		return AxonServerEventStore.builder()
			.configuration(axonServer)
			.platformConnectionManager(connections)
			.eventSerializer(eventSerializer)
			.snapshotSerializer(eventSerializer)
			.snapshotFilter(SnapshotFilter.rejectAll());
	}

	@Bean
	@Qualifier("localSegment")
	SimpleCommandBus localCommands(Configuration configuration, DuplicateCommandHandlerResolver duplicates) {
		LocalCommands commands = new LocalCommands(SimpleCommandBus.builder()
			.duplicateCommandHandlerResolver(duplicates)
			.spanFactory(configuration.getComponent(CommandBusSpanFactory.class))
			.messageMonitor(configuration.messageMonitor(CommandBus.class, "commandBus")));
		commands.registerHandlerInterceptor(new CorrelationDataInterceptor<>(configuration.correlationDataProviders()));
		return commands;
	}

	@Bean
	@Primary
	AxonServerCommandBus commandBus(AxonServerConfiguration axonServer, AxonServerConnectionManager connections,
			@Qualifier("localSegment") CommandBus localCommands,
			@Qualifier("messageSerializer") Serializer messageSerializer, RoutingStrategy routing,
			Configuration configuration) {
		return new AxonServerCommands(AxonServerCommandBus.builder()
			.axonServerConnectionManager(connections)
			.configuration(axonServer)
			.localSegment(localCommands)
			.serializer(messageSerializer)
			.routingStrategy(routing)
			.spanFactory(configuration.getComponent(CommandBusSpanFactory.class)));
	}

	@Bean
	ManagedChannelCustomizer deadlines() {
		return (channel) -> channel.intercept(new Deadlines());
	}

}
