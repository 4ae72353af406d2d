package io.coachflow.query.view;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/**
 * Runs concurrent calls with the same key once, in the thread of the first caller.
 * Caffeine has no such thing: its {@code Cache} also blocks callers whose keys share a
 * bin, its {@code AsyncCache} takes another thread and logs each failure.
 *
 * @param <K> identifies the work
 * @param <V> its result
 */
final class SingleFlight<K, V> {

	private final ConcurrentMap<K, CompletableFuture<V>> underWay = new ConcurrentHashMap<>();

	/**
	 * The result of the work.
	 * @throws RuntimeException whatever the work throws, to all callers that wait for it
	 */
	V get(K key, Supplier<V> work) {
		CompletableFuture<V> mine = new CompletableFuture<>();
		CompletableFuture<V> others = this.underWay.putIfAbsent(key, mine);
		if (others != null) {
			return join(others);
		}
		try {
			mine.complete(work.get());
		}
		catch (RuntimeException | Error ex) {
			mine.completeExceptionally(ex);
		}
		finally {
			this.underWay.remove(key, mine);
		}
		return join(mine);
	}

	private static <V> V join(CompletableFuture<V> work) {
		try {
			return work.join();
		}
		catch (CompletionException ex) {
			throw (ex.getCause() instanceof RuntimeException cause) ? cause : ex;
		}
	}

}
