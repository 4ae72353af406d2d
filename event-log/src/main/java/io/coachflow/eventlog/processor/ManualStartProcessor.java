package io.coachflow.eventlog.processor;

import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.lifecycle.Phase;

/**
 * A processor that does not start with the application, but stops with it.
 */
class ManualStartProcessor extends PooledStreamingEventProcessor {

	ManualStartProcessor(Builder builder) {
		super(builder);
	}

	@Override
	public void registerLifecycleHandlers(LifecycleRegistry lifecycle) {
		lifecycle.onShutdown(Phase.INBOUND_EVENT_CONNECTORS, this::shutdownAsync);
	}

}
