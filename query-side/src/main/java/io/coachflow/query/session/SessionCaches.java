package io.coachflow.query.session;

import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

import io.coachflow.query.projection.LiveSlots;
import io.coachflow.query.projection.ReadModel;
import io.coachflow.query.projection.Slot;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The sessions' views in Redis, as a read model that can be rebuilt.
 */
@Component(SessionCaches.NAME)
class SessionCaches implements ReadModel {

	static final String NAME = "session-view";

	private static final int BATCH = 500;

	private final Map<Slot, SessionCache> caches = new EnumMap<>(Slot.class);

	private final SessionLog log;

	private final LiveSlots slots;

	SessionCaches(StringRedisTemplate redis, JsonMapper mapper, Clock clock, SessionLog log, LiveSlots slots) {
		for (Slot slot : Slot.values()) {
			this.caches.put(slot, new SessionCache(slot, redis, mapper, clock));
		}
		this.log = log;
		this.slots = slots;
	}

	/** The one that readers read. */
	SessionCache live() {
		return in(this.slots.live(NAME));
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public int batchSize() {
		return BATCH;
	}

	@Override
	public Object projection(Slot slot) {
		return new SessionViewProjection(in(slot), this.log);
	}

	@Override
	public void clear(Slot slot) {
		in(slot).clear();
	}

	private SessionCache in(Slot slot) {
		return Objects.requireNonNull(this.caches.get(slot));
	}

}
