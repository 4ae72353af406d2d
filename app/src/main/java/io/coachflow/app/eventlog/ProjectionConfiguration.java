package io.coachflow.app.eventlog;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.Executors;

import io.coachflow.contracts.node.NodeRole;
import io.coachflow.query.feed.KafkaPublisher;
import io.coachflow.query.projection.LiveSlots;
import io.coachflow.query.projection.ProcessorFailures;
import io.coachflow.query.projection.ReadModel;
import io.coachflow.query.projection.Slot;
import io.coachflow.saga.enrichment.EnrichmentSaga;
import org.axonframework.common.AxonThreadFactory;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.deadletter.jdbc.DeadLetterSchema;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/**
 * Gives each read model an event processor for each of its slots, with dead letters,
 * which whoever supervises the projections starts while they are in use; and the saga and
 * Kafka's publisher theirs.
 */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class ProjectionConfiguration {

	/** So that two nodes, or two threads of one, can share a projection's work. */
	private static final int SEGMENTS = 2;

	/** Above what annotations and properties say of a processing group. */
	private static final int FIRST = 100;

	private static final int ENRICHMENT_BATCH = 50;

	/** A read model's name is its bean's, so that no bean is made before its time. */
	@Bean
	ConfigurerModule projections(ListableBeanFactory beans, ConnectionProvider connections,
			TransactionManager transactions, DeadLetterSchema schema, @Qualifier("eventSerializer") Serializer events,
			Serializer general) {
		return (configurer) -> {
			for (String model : beans.getBeanNamesForType(ReadModel.class, true, false)) {
				for (Slot slot : Slot.values()) {
					String group = slot.of(model);
					register(configurer.eventProcessing(), group, beans, model, slot);
					configurer.eventProcessing()
						.registerDeadLetterQueue(group,
								(_) -> new DeadLetters(group,
										JdbcSequencedDeadLetterQueue.<EventMessage<?>>builder()
											.connectionProvider(connections)
											.transactionManager(transactions)
											.schema(schema)
											.eventSerializer(events)
											.genericSerializer(general)));
				}
			}
		};
	}

	/** Where it is not the node's role, a processor is there but never runs. */
	@Bean
	ConfigurerModule enrichmentProcessor(@Value("${" + NodeRole.SETTING + "}") String roles) {
		return follower(EnrichmentSaga.GROUP, ENRICHMENT_BATCH, SEGMENTS,
				NodeRole.parse(roles).contains(NodeRole.ENRICHMENT));
	}

	/** One segment, so that the topic has the log's order. */
	@Bean
	@ConditionalOnProperty(KafkaPublisher.SETTING)
	ConfigurerModule kafkaProcessor(@Value("${" + NodeRole.SETTING + "}") String roles) {
		return follower(KafkaPublisher.GROUP, KafkaPublisher.BATCH, 1,
				NodeRole.parse(roles).contains(NodeRole.PROJECTIONS));
	}

	private static ConfigurerModule follower(String group, int batchSize, int segments, boolean hasRole) {
		return (configurer) -> configurer.eventProcessing()
			.registerEventProcessor(group, (name, configuration, invoker) -> {
				PooledStreamingEventProcessor.Builder builder = builder(name, configuration, invoker, batchSize)
					.initialSegmentCount(segments);
				return hasRole ? builder.build() : new ManagedProcessor(builder);
			});
	}

	private static void register(EventProcessingConfigurer processing, String group, ListableBeanFactory beans,
			String model, Slot slot) {
		Map<Object, Boolean> own = Collections.synchronizedMap(new IdentityHashMap<>());
		processing.registerEventHandler((_) -> {
			Object projection = beans.getBean(model, ReadModel.class).projection(slot);
			own.put(projection, true);
			return projection;
		})
			.assignHandlerInstancesMatching(group, FIRST, own::containsKey)
			.registerEventProcessor(group,
					(name, configuration, invoker) -> new ManagedProcessor(
							builder(name, configuration, invoker, beans.getBean(model, ReadModel.class).batchSize())
								.messageSource(new PacedSource(configuration.getComponent(EventStore.class),
										() -> beans.getBean(LiveSlots.class).live(model) != slot))));
	}

	/**
	 * From the first event on, by a plain position: sagas are not told of events that a
	 * replay token marks as replayed.
	 */
	private static PooledStreamingEventProcessor.Builder builder(String name, Configuration configuration,
			EventHandlerInvoker invoker, int batchSize) {
		return PooledStreamingEventProcessor.builder()
			.name(name)
			.eventHandlerInvoker(invoker)
			.errorHandler(configuration.getComponent(ProcessorFailures.class))
			.messageSource(configuration.getComponent(EventStore.class))
			.tokenStore(configuration.getComponent(TokenStore.class))
			.transactionManager(configuration.getComponent(TransactionManager.class))
			.messageMonitor(configuration.messageMonitor(PooledStreamingEventProcessor.class, name))
			.initialToken(StreamableMessageSource::createTailToken)
			.initialSegmentCount(SEGMENTS)
			.batchSize(batchSize)
			.coordinatorExecutor((processor) -> {
				CoordinatorThread thread = new CoordinatorThread(processor);
				configuration.onShutdown(thread::shutdown);
				return thread;
			})
			.workerExecutor((processor) -> {
				var workers = Executors.newScheduledThreadPool(SEGMENTS,
						new AxonThreadFactory("WorkPackage[" + processor + "]"));
				configuration.onShutdown(workers::shutdown);
				return workers;
			});
	}

}
