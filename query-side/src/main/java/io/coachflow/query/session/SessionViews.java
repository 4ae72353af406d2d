package io.coachflow.query.session;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import io.coachflow.query.recent.RecentWrites;
import org.springframework.stereotype.Component;

/**
 * Finds a session's view: in Redis where that is fresh enough, else in the log, once for
 * everybody who asks at the same time.
 */
@Component
class SessionViews {

	private final SessionCache cache;

	private final SessionLog log;

	private final RecentWrites recentWrites;

	private final ConcurrentMap<String, CompletableFuture<Optional<SessionView>>> rebuilding = new ConcurrentHashMap<>();

	SessionViews(SessionCache cache, SessionLog log, RecentWrites recentWrites) {
		this.cache = cache;
		this.log = log;
		this.recentWrites = recentWrites;
	}

	/**
	 * The view.
	 * @param minimumSequence the sequence that the view must at least have reached; -1
	 * for any
	 * @return empty where there is no such session
	 */
	Optional<SessionView> find(String sessionId, long minimumSequence) {
		long wanted = Math.max(minimumSequence, this.recentWrites.sequenceOf(sessionId));
		Optional<SessionView> cached = this.cache.find(sessionId);
		if (cached.isPresent() && cached.get().sequence() >= wanted) {
			return cached;
		}
		Optional<SessionView> rebuilt = rebuildOnce(sessionId);
		// The rebuild that was joined may have begun before the write that is wanted
		return (rebuilt.isPresent() && rebuilt.get().sequence() < wanted) ? this.log.fold(sessionId) : rebuilt;
	}

	private Optional<SessionView> rebuildOnce(String sessionId) {
		CompletableFuture<Optional<SessionView>> mine = new CompletableFuture<>();
		CompletableFuture<Optional<SessionView>> others = this.rebuilding.putIfAbsent(sessionId, mine);
		if (others != null) {
			return join(others);
		}
		try {
			Optional<SessionView> view = this.log.fold(sessionId);
			view.ifPresent(this.cache::saveIfReachable);
			mine.complete(view);
			return view;
		}
		catch (RuntimeException ex) {
			mine.completeExceptionally(ex);
			throw ex;
		}
		finally {
			this.rebuilding.remove(sessionId, mine);
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
