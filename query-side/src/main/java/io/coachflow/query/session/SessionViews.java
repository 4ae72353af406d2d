package io.coachflow.query.session;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

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

	private final SessionCache cache;

	private final SessionLog log;

	private final ConcurrentMap<Wanted, CompletableFuture<Optional<SessionView>>> rebuilding = new ConcurrentHashMap<>();

	SessionViews(SessionCache cache, SessionLog log) {
		this.cache = cache;
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
		Optional<SessionView> cached = this.cache.find(sessionId);
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
		return fresh ? cached : rebuildOnce(new Wanted(sessionId, last.get()));
	}

	private Optional<SessionView> rebuildOnce(Wanted wanted) {
		CompletableFuture<Optional<SessionView>> mine = new CompletableFuture<>();
		CompletableFuture<Optional<SessionView>> others = this.rebuilding.putIfAbsent(wanted, mine);
		if (others != null) {
			return join(others);
		}
		try {
			Optional<SessionView> view = this.log.fold(wanted.sessionId());
			view.ifPresent(this.cache::saveIfReachable);
			mine.complete(view);
			return view;
		}
		catch (RuntimeException ex) {
			mine.completeExceptionally(ex);
			throw ex;
		}
		finally {
			this.rebuilding.remove(wanted, mine);
		}
	}

	private static Optional<SessionView> join(CompletableFuture<Optional<SessionView>> rebuild) {
		try {
			return rebuild.join();
		}
		catch (CompletionException ex) {
			throw (ex.getCause() instanceof RuntimeException cause) ? cause : ex;
		}
	}

}
