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
 * Keeps the views in Redis up with the log. While Redis is away it stands still; readers
 * do not mind, since they believe no view behind the log.
 */
class SessionViewProjection extends KnownEventsOnly {

	private static final int MAX_REMEMBERED = 2_000;

	private final ViewCache<SessionView> cache;

	private final ViewLog<CoachingSessionEvent, SessionView> log;

	private final UnitOfWorkBuffer<SessionView> writes = new UnitOfWorkBuffer<>(this::write);

	/**
	 * Views lately written, so that a session's next event need not ask Redis. The oldest
	 * makes room: a cache that favours frequent keys would keep sessions that are over.
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
	 * What is remembered counts as the very view wanted; Redis may have lost it since.
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
			// The newest goes last
			this.written.remove(view.sessionId());
			this.written.put(view.sessionId(), view);
		}
	}

}
