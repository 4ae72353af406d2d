package io.coachflow.query.session;

import java.time.Clock;
import java.time.Instant;

import io.coachflow.query.cache.ViewCache;
import io.coachflow.query.projection.Slot;
import org.springframework.data.redis.core.StringRedisTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * The views of one slot in Redis, each until its session would expire.
 */
class SessionCache extends ViewCache<SessionView> {

	SessionCache(Slot slot, StringRedisTemplate redis, JsonMapper mapper, Clock clock) {
		super(slot.of("coachflow:session") + ":", SessionView.class, redis, mapper, clock);
	}

	@Override
	protected String id(SessionView view) {
		return view.sessionId();
	}

	@Override
	protected long sequence(SessionView view) {
		return view.sequence();
	}

	@Override
	protected Instant expiresAt(SessionView view) {
		return view.expiresAt();
	}

}
