package io.coachflow.command.memory;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;
import org.jspecify.annotations.Nullable;

/**
 * A cache of aggregates of one type, so that a command need not read its aggregate's
 * events again. An entry is stale if another node has appended events since: appends then
 * fail with a version conflict, and decisions without events are checked by
 * {@link StaleStateCheck}. The least recently used aggregate is evicted: a
 * frequency-based policy would keep finished sessions and evict new ones.
 */
final class AggregateCache implements Cache {

	private static final float LOAD_FACTOR = 0.75f;

	private final Map<Object, Object> aggregates;

	/**
	 * Creates the cache.
	 * @param capacity the largest number of aggregates
	 */
	AggregateCache(int capacity) {
		this.aggregates = Collections.synchronizedMap(new LinkedHashMap<>(capacity, LOAD_FACTOR, true) {

			@Override
			protected boolean removeEldestEntry(Map.Entry<Object, Object> eldest) {
				return size() > capacity;
			}

		});
	}

	@Override
	@SuppressWarnings({ "unchecked", "NullAway" })
	public <K, V> V get(K key) {
		return (V) this.aggregates.get(key);
	}

	/** The key is null for an aggregate whose first command emitted nothing. */
	@Override
	public void put(@Nullable Object key, Object value) {
		if (key != null) {
			this.aggregates.put(key, value);
		}
	}

	@Override
	public boolean putIfAbsent(Object key, Object value) {
		return this.aggregates.putIfAbsent(key, value) == null;
	}

	@Override
	public boolean remove(Object key) {
		return this.aggregates.remove(key) != null;
	}

	@Override
	public void removeAll() {
		this.aggregates.clear();
	}

	@Override
	public boolean containsKey(Object key) {
		return this.aggregates.containsKey(key);
	}

	@Override
	public Registration registerCacheEntryListener(EntryListener cacheEntryListener) {
		throw new UnsupportedOperationException("This cache does not support listeners");
	}

}
