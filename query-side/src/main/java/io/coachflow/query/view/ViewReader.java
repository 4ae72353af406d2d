package io.coachflow.query.view;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * Finds views as of their last committed event: in Redis if the view there is current,
 * else in the log, once for concurrent reads of the same view. A read after a write sees
 * the write, on every node.
 *
 * @param <V> the view
 */
public final class ViewReader<V extends View> {

	private final Supplier<ViewCache<V>> live;

	private final BiFunction<String, Optional<V>, Optional<V>> earlier;

	private final ViewLog<?, V> log;

	private final SingleFlight<Wanted, Optional<V>> folding = new SingleFlight<>();

	/**
	 * Reads views of a type.
	 * @param live the cache of the live slot
	 * @param earlier an earlier view from which to continue the fold, by the session's id
	 * and the view in Redis
	 */
	public ViewReader(Supplier<ViewCache<V>> live, BiFunction<String, Optional<V>, Optional<V>> earlier,
			ViewLog<?, V> log) {
		this.live = live;
		this.earlier = earlier;
		this.log = log;
	}

	private record Wanted(String sessionId, long sequence) {
	}

	/**
	 * The view.
	 * @return empty if there is none
	 * @throws RuntimeException if the log cannot be read: then it is unknown whether
	 * Redis is current
	 */
	public Optional<V> find(String sessionId) {
		Optional<V> cached = this.live.get().find(sessionId);
		Optional<Long> last = this.log.lastSequence(sessionId);
		if (last.isEmpty()) {
			return Optional.empty();
		}
		Wanted wanted = new Wanted(sessionId, last.get());
		boolean fresh = cached.isPresent() && cached.get().sequence() == wanted.sequence();
		return fresh ? cached : this.folding.get(wanted, () -> fold(wanted, cached));
	}

	private Optional<V> fold(Wanted wanted, Optional<V> cached) {
		Optional<V> known = this.earlier.apply(wanted.sessionId(), cached)
			.filter((view) -> view.sequence() <= wanted.sequence());
		Optional<V> view = this.log.fold(wanted.sessionId(), known.orElse(null));
		view.ifPresent((it) -> this.live.get().saveIfReachable(List.of(it)));
		return view;
	}

}
