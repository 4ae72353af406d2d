package io.coachflow.app.health;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.stereotype.Component;

/**
 * Reports {@code DEGRADED} while Redis cannot be reached: reads then come from the event
 * log, and every answer is still right.
 */
@Component("redisHealthIndicator")
class RedisHealth implements HealthIndicator {

	static final Status DEGRADED = new Status("DEGRADED", "Redis cannot be reached: reads come from the event log");

	private final RedisConnectionFactory connections;

	RedisHealth(RedisConnectionFactory connections) {
		this.connections = connections;
	}

	@Override
	public Health health() {
		try (RedisConnection connection = this.connections.getConnection()) {
			connection.ping();
			return Health.up().build();
		}
		catch (DataAccessException _) {
			return Health.status(DEGRADED).build();
		}
	}

}
