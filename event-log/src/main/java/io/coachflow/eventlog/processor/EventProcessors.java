package io.coachflow.eventlog.processor;

import java.util.concurrent.Executors;

import org.axonframework.common.AxonThreadFactory;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.StreamableMessageSource;

/**
 * Builds the event processors that are no read models, so that all of them read, claim,
 * fail and stop in the same way.
 */
public final class EventProcessors {

	/** So that two nodes, or two threads of one, can share a processor's work. */
	private static final int SEGMENTS = 2;

	private EventProcessors() {
	}

	/**
	 * A processor that starts with the application.
	 * @param group the processing group, which is also the processor's name
	 * @param batchSize events at most in one transaction
	 * @param hasRole whether this node runs it; if not, it exists but never starts
	 */
	public static ConfigurerModule follower(String group, int batchSize, boolean hasRole) {
		return follower(group, batchSize, SEGMENTS, hasRole);
	}

	/** The same with one segment, so that its events come in the order of the log. */
	public static ConfigurerModule inOrder(String group, int batchSize, boolean hasRole) {
		return follower(group, batchSize, 1, hasRole);
	}

	private static ConfigurerModule follower(String group, int batchSize, int segments, boolean hasRole) {
		return (configurer) -> configurer.eventProcessing()
			.registerEventProcessor(group, (name, configuration, invoker) -> {
				PooledStreamingEventProcessor.Builder builder = builder(name, configuration, invoker, batchSize)
					.initialSegmentCount(segments);
				return hasRole ? builder.build() : new ManualStartProcessor(builder);
			});
	}

	/**
	 * A new processor starts at the first event. Its token is a plain position and no
	 * replay token, because sagas do not get replayed events.
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
