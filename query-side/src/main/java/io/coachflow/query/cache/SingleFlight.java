package io.coachflow.query.cache;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/**
 * Does a piece of work once for everybody who asks for the same meanwhile.
 *
 * @param <K> what makes two pieces of work the same
 * @param <V> what comes of it
 */
public final class SingleFlight<K, V> {

	private final ConcurrentMap<K, CompletableFuture<V>> underWay = new ConcurrentHashMap<>();

	/**
	 * What comes of the work.
	 * @throws RuntimeException whatever the work throws, to everybody who waits for it
	 */
	public V get(K key, Supplier<V> work) {
		CompletableFuture<V> mine = new CompletableFuture<>();
		CompletableFuture<V> others = this.underWay.putIfAbsent(key, mine);
		if (others != null) {
			return join(others);
		}
		try {
			V result = work.get();
			mine.complete(result);
			return result;
		}
		catch (RuntimeException ex) {
			mine.completeExceptionally(ex);
			throw ex;
		}
		finally {
			this.underWay.remove(key, mine);
		}
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
