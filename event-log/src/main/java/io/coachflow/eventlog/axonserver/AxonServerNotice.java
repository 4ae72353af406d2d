package io.coachflow.eventlog.axonserver;

import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Logs at start-up which features are missing if Axon Server is the event log.
 */
@Component
@ConditionalOnProperty(name = "axon.axonserver.enabled", havingValue = "true")
class AxonServerNotice implements SmartInitializingSingleton {

	private static final Logger logger = LoggerFactory.getLogger(AxonServerNotice.class);

	private final AxonServerConfiguration axonServer;

	AxonServerNotice(AxonServerConfiguration axonServer) {
		this.axonServer = axonServer;
	}

	@Override
	public void afterSingletonsInstantiated() {
		logger
			.warn("Axon Server at {} (context {}) is the event log and the buses. What only PostgreSQL gives is absent: "
					+ "the published table event_log stays empty (nobody can read events by SQL), no trigger refuses changes "
					+ "to history, and no NOTIFY wakes other nodes (Axon Server streams to them). The hash chain works the same.",
					this.axonServer.getServers(), this.axonServer.getContext());
	}

}
