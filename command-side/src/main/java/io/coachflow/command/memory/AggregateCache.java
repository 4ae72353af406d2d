package io.coachflow.command.memory;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the aggregates of one kind that were used last, so that a command need not read
 * its aggregate's history again. Another node may have changed the aggregate meanwhile:
 * then an append fails on the sequence, and {@link StaleStateCheck} checks commands that
 * append nothing. The least recently used aggregate is evicted: a cache that favours
 * frequent keys would keep finished sessions and evict those just started.
 */
final class AggregateCache implements Cache {

	private static final float LOAD_FACTOR = 0.75f;

	private final Map<Object, Object> aggregates;

	/**
	 * Creates an empty cache.
	 * @param capacity the largest number of aggregates that it keeps
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

	/** An aggregate whose first command was refused has no id. */
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
		throw new UnsupportedOperationException("Nobody listens to this cache");
	}

}
