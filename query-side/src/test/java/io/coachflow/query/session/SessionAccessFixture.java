package io.coachflow.query.session;

import java.time.Clock;

import io.coachflow.query.projection.LiveSlots;
import io.coachflow.query.projection.Slot;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.data.redis.core.StringRedisTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Creates a {@link SessionAccess} for tests of other packages.
 */
public final class SessionAccessFixture {

	private static final LiveSlots BLUE = (_) -> Slot.BLUE;

	private SessionAccessFixture() {
	}

	public static SessionAccess of(EventStore log, StringRedisTemplate redis, Clock clock) {
		SessionViewConfiguration configuration = new SessionViewConfiguration();
		return new SessionAccess(
				configuration.sessionViewReader(configuration.sessionViewCaches(redis, new JsonMapper(), clock, BLUE),
						configuration.sessionViewLog(log)),
				clock);
	}

}
