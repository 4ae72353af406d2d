package io.coachflow.query.session;

import java.time.Clock;

import io.coachflow.query.projection.LiveSlots;
import io.coachflow.query.projection.Slot;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.data.redis.core.StringRedisTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sessions as of their last event, for tests of those who ask.
 */
public final class CurrentSessionsFixture {

	private static final LiveSlots BLUE = (_) -> Slot.BLUE;

	private CurrentSessionsFixture() {
	}

	public static CurrentSessions of(EventStore log, StringRedisTemplate redis, Clock clock) {
		SessionViewConfiguration configuration = new SessionViewConfiguration();
		return new CurrentSessions(
				configuration.sessionViewReader(configuration.sessionViewCaches(redis, new JsonMapper(), clock, BLUE),
						configuration.sessionViewLog(log)),
				clock);
	}

}
