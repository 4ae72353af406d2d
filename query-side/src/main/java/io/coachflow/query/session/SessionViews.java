package io.coachflow.query.session;

import java.util.List;
import java.util.Optional;

import io.coachflow.query.cache.SingleFlight;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Finds a session's view as of its last committed event: in Redis if that stands there,
 * else in the log, once for everybody who asks for the same. Whoever reads after a write
 * reads the write, on every node.
 */
@Component
class SessionViews {

	private static final Logger logger = LoggerFactory.getLogger(SessionViews.class);

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
	 * The view. While the log is away, what Redis has.
	 * @return empty where there is no such session
	 * @throws RuntimeException if the log is away and Redis has nothing
	 */
	Optional<SessionView> find(String sessionId) {
		Optional<SessionView> cached = this.caches.live().find(sessionId);
		Optional<Long> last;
		try {
			last = this.log.lastSequence(sessionId);
		}
		catch (RuntimeException ex) {
			logger.debug("The log is away", ex);
			return Optional.of(cached.orElseThrow(() -> ex));
		}
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
