package io.coachflow.command.session;

import java.time.Duration;

import com.github.benmanes.caffeine.cache.Caffeine;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;
import org.springframework.stereotype.Component;

/**
 * The sessions at work, so that a step need not read its session's history again. Another
 * node may have gone on meanwhile: an append then fails on the sequence, and whatever
 * appends nothing is checked by {@link Freshness}.
 */
@Component(SessionMemory.NAME)
class SessionMemory implements Cache {

	static final String NAME = "sessionMemory";

	/** Some tens of kilobytes each at most. */
	private static final int MAX_SESSIONS = 2_000;

	private static final Duration IDLE = Duration.ofMinutes(10);

	private final com.github.benmanes.caffeine.cache.Cache<Object, Object> sessions = Caffeine.newBuilder()
		.maximumSize(MAX_SESSIONS)
		.expireAfterAccess(IDLE)
		.build();

	@Override
	@SuppressWarnings({ "unchecked", "NullAway" })
	public <K, V> V get(K key) {
		return (V) this.sessions.getIfPresent(key);
	}

	@Override
	public void put(Object key, Object value) {
		this.sessions.put(key, value);
	}

	@Override
	public boolean putIfAbsent(Object key, Object value) {
		return this.sessions.asMap().putIfAbsent(key, value) == null;
	}

	@Override
	public boolean remove(Object key) {
		return this.sessions.asMap().remove(key) != null;
	}

	@Override
	public void removeAll() {
		this.sessions.invalidateAll();
	}

	@Override
	public boolean containsKey(Object key) {
		return this.sessions.asMap().containsKey(key);
	}

	@Override
	public Registration registerCacheEntryListener(EntryListener cacheEntryListener) {
		throw new UnsupportedOperationException("Nobody listens to this cache");
	}

}
