package io.coachflow.query.session;

import java.util.List;
import java.util.Optional;

import io.coachflow.query.cache.SingleFlight;
import org.springframework.stereotype.Component;

/**
 * Finds a session's view as of its last committed event: in Redis if that stands there,
 * else in the log, once for everybody who asks for the same. Whoever reads after a write
 * reads the write, on every node.
 */
@Component
class SessionViews {

	private final SessionCaches caches;

	private final SessionLog log;

	private final SingleFlight<Wanted, Optional<SessionView>> rebuilding = new SingleFlight<>();

	SessionViews(SessionCaches caches, SessionLog log) {
		this.caches = caches;
		this.log = log;
	}

	private record Wanted(String sessionId, long sequence) {
	}

	/**
	 * The view.
	 * @return empty where there is no such session
	 * @throws RuntimeException if the log is away: whether Redis has the last event
	 * nobody can tell then
	 */
	Optional<SessionView> find(String sessionId) {
		Optional<SessionView> cached = this.caches.live().find(sessionId);
		Optional<Long> last = this.log.lastSequence(sessionId);
		if (last.isEmpty()) {
			return Optional.empty();
		}
		boolean fresh = cached.isPresent() && cached.get().sequence() == last.get();
		return fresh ? cached : this.rebuilding.get(new Wanted(sessionId, last.get()), () -> rebuild(sessionId));
	}

	private Optional<SessionView> rebuild(String sessionId) {
		Optional<SessionView> view = this.log.fold(sessionId);
		view.ifPresent((it) -> this.caches.live().saveIfReachable(List.of(it)));
		return view;
	}

}
