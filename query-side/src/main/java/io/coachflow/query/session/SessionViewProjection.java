package io.coachflow.query.session;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import io.coachflow.contracts.session.CoachingSessionEvent.SessionStarted;
import io.coachflow.contracts.session.CoachingSessionEvent;
import io.coachflow.query.projection.KnownEventsOnly;
import io.coachflow.query.projection.UnitOfWorkBuffer;
import io.coachflow.query.view.ViewCache;
import io.coachflow.query.view.ViewLog;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;

/**
 * Projects sessions into Redis. It waits while Redis is out of reach; readers ignore
 * views that are behind the log.
 */
class SessionViewProjection extends KnownEventsOnly {

	private static final int MAX_REMEMBERED = 2_000;

	private final ViewCache<SessionView> cache;

	private final ViewLog<CoachingSessionEvent, SessionView> log;

	private final UnitOfWorkBuffer<SessionView> writes = new UnitOfWorkBuffer<>(this::write);

	/**
	 * Recently written views, so that a session's next event needs no read from Redis.
	 * The oldest is evicted: a cache that favours frequent keys would keep sessions that
	 * are over.
	 */
	private final Map<String, SessionView> written = Collections.synchronizedMap(new LinkedHashMap<>() {

		@Override
		protected boolean removeEldestEntry(Map.Entry<String, SessionView> eldest) {
			return size() > MAX_REMEMBERED;
		}

	});

	SessionViewProjection(ViewCache<SessionView> cache, ViewLog<CoachingSessionEvent, SessionView> log) {
		this.cache = cache;
		this.log = log;
	}

	@EventHandler
	void on(CoachingSessionEvent event, @SequenceNumber long sequence, @Timestamp Instant time) {
		if (event instanceof SessionStarted) {
			add(SessionView.after(null, event, sequence, time));
			return;
		}
		Optional<SessionView> known = known(event.sessionId(), sequence - 1);
		if (known.isPresent() && known.get().sequence() == sequence - 1) {
			add(SessionView.after(known.get(), event, sequence, time));
		}
		else if (known.isEmpty() || known.get().sequence() < sequence) {
			this.log.fold(event.sessionId()).ifPresent(this::add);
		}
	}

	/**
	 * A remembered view counts only if it has the wanted sequence, even if Redis has lost
	 * it since.
	 */
	private Optional<SessionView> known(String sessionId, long wanted) {
		return this.writes.get(sessionId)
			.or(() -> Optional.ofNullable(this.written.get(sessionId)).filter((view) -> view.sequence() == wanted))
			.or(() -> this.cache.read(sessionId));
	}

	private void add(SessionView view) {
		this.writes.add(view.sessionId(), view, (_, later) -> later);
	}

	private void write(Collection<SessionView> views) {
		this.cache.saveAll(views);
		for (SessionView view : views) {
			// Moves it to the end, as the newest
			this.written.remove(view.sessionId());
			this.written.put(view.sessionId(), view);
		}
	}

}
