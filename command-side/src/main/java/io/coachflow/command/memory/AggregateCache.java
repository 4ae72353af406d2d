package io.coachflow.command.memory;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;
import org.jspecify.annotations.Nullable;

/**
 * The aggregates of one kind at work, so that a command need not read its aggregate's
 * history again. Another node may have gone on meanwhile: an append then fails on the
 * sequence, and whatever appends nothing is checked by {@link StaleStateCheck}. The one
 * used longest ago makes room: a cache that favours frequent keys would keep sessions
 * that are over and forget those just begun.
 */
public abstract class AggregateCache implements Cache {

	private static final float LOAD_FACTOR = 0.75f;

	private final Map<Object, Object> aggregates;

	/**
	 * Creates the memory.
	 * @param capacity how many aggregates it keeps, those used last
	 */
	protected AggregateCache(int capacity) {
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

	/** An aggregate that its first command did not bring to life has no id yet. */
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
