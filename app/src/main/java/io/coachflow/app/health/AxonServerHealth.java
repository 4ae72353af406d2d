package io.coachflow.app.health;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Asks Axon Server for the end of the log, if it is the log: an open connection does not
 * mean that the server works.
 */
@Component("axonServerHealthIndicator")
@ConditionalOnProperty(name = "axon.axonserver.enabled", havingValue = "true")
class AxonServerHealth implements HealthIndicator {

	private static final long TIMEOUT_MILLIS = 1000;

	private final AxonServerConnectionManager connections;

	AxonServerHealth(AxonServerConnectionManager connections) {
		this.connections = connections;
	}

	@Override
	public Health health() {
		try {
			this.connections.getConnection().eventChannel().getLastToken().get(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
			return Health.up().build();
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
			return Health.down().build();
		}
		catch (ExecutionException | TimeoutException | RuntimeException _) {
			return Health.down().build();
		}
	}

}
