package io.coachflow.query.projection;

import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import io.coachflow.eventlog.processor.RebuildableProcessors;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.deadletter.jdbc.DeadLetterSchema;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Registers an event processor with dead letters for each slot of each read model.
 */
@Configuration(proxyBeanMethods = false)
class ProjectionConfiguration {

	/** Takes precedence over processing groups in annotations and properties. */
	private static final int FIRST = 100;

	/**
	 * Reads the names of the beans, which are those of the read models, so that no bean
	 * is created too early.
	 */
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

	/** Creates no read model. */
	@Bean
	static RebuildableProcessors rebuildableProcessors(ListableBeanFactory beans) {
		return () -> Arrays.stream(beans.getBeanNamesForType(ReadModel.class, true, false))
			.flatMap((model) -> Arrays.stream(Slot.values()).map((slot) -> slot.of(model)))
			.collect(Collectors.toUnmodifiableSet());
	}

	private static void register(EventProcessingConfigurer processing, String group, ListableBeanFactory beans,
			String model, Slot slot) {
		Map<Object, Boolean> own = Collections.synchronizedMap(new IdentityHashMap<>());
		processing.registerEventHandler((configuration) -> {
			Object projection = beans.getBean(model, ReadModel.class).projection().apply(slot);
			Object handler = new CautiousHandler(
					new AnnotationEventHandlerAdapter(projection, configuration.parameterResolverFactory(),
							configuration.handlerDefinition(projection.getClass())),
					beans.getBean(PlatformTransactionManager.class));
			own.put(handler, true);
			return handler;
		})
			.assignHandlerInstancesMatching(group, FIRST, own::containsKey)
			.registerEventProcessor(group, (name, _, invoker) -> new SlotProcessor(name, invoker));
	}

}
