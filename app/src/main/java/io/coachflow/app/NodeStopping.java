package io.coachflow.app;

import io.coachflow.contracts.node.Stopping;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The node stops from when the application begins to close, before any component is
 * stopped.
 */
@Component
class NodeStopping implements Stopping {

	private volatile boolean stopping;

	@EventListener(ContextClosedEvent.class)
	@Order(Ordered.HIGHEST_PRECEDENCE)
	void stop() {
		this.stopping = true;
	}

	@Override
	public boolean isStopping() {
		return this.stopping;
	}

}
