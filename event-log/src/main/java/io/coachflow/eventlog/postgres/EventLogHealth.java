package io.coachflow.eventlog.postgres;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Reports whether the log takes appends. A database that answers may have a full disk or
 * be a standby.
 */
class EventLogHealth implements HealthIndicator {

	private final EventAppender appender;

	EventLogHealth(EventAppender appender) {
		this.appender = appender;
	}

	@Override
	public Health health() {
		return (this.appender.takesAppends() ? Health.up() : Health.down()).build();
	}

}
