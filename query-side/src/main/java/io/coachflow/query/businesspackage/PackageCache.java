package io.coachflow.query.businesspackage;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import io.coachflow.query.cache.ViewCache;
import io.coachflow.query.projection.Slot;
import org.springframework.data.redis.core.StringRedisTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * The views of one slot in Redis, each as long after its last write as a session lives.
 */
class PackageCache extends ViewCache<PackageView> {

	private final Clock clock;

	private final Duration ttl;

	PackageCache(Slot slot, StringRedisTemplate redis, JsonMapper mapper, Clock clock, Duration ttl) {
		super(slot.of("coachflow:package") + ":", PackageView.class, redis, mapper, clock);
		this.clock = clock;
		this.ttl = ttl;
	}

	@Override
	protected String id(PackageView view) {
		return view.sessionId();
	}

	@Override
	protected long sequence(PackageView view) {
		return view.sequence();
	}

	@Override
	protected Instant expiresAt(PackageView view) {
		return this.clock.instant().plus(this.ttl);
	}

}
