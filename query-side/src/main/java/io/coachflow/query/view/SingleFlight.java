package io.coachflow.query.view;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/**
 * Does a piece of work once for everybody who asks for the same meanwhile, in the thread
 * of the first. Caffeine has no such thing: its {@code Cache} makes others wait whose
 * keys share a bin, its {@code AsyncCache} takes another thread and logs each failure.
 *
 * @param <K> what makes two pieces of work the same
 * @param <V> what comes of it
 */
final class SingleFlight<K, V> {

	private final ConcurrentMap<K, CompletableFuture<V>> underWay = new ConcurrentHashMap<>();

	/**
	 * What comes of the work.
	 * @throws RuntimeException whatever the work throws, to everybody who waits for it
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
