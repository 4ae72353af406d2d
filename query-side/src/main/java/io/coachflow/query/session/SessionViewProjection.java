package io.coachflow.query.session;

import java.time.Instant;
import java.util.Optional;

import io.coachflow.contracts.session.CoachingSessionEvent;
import io.coachflow.contracts.session.CoachingSessionEvent.SessionStarted;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.serialization.UnknownSerializedType;
import org.springframework.stereotype.Component;

/**
 * Keeps the views in Redis up with the log. While Redis is away it stands still; readers
 * do not mind, since they believe no view behind the log.
 */
@Component
@ProcessingGroup(SessionViewProjection.NAME)
class SessionViewProjection {

	static final String NAME = "session-view";

	private final SessionCache cache;

	private final SessionLog log;

	SessionViewProjection(SessionCache cache, SessionLog log) {
		this.cache = cache;
		this.log = log;
	}

	@EventHandler
	void on(CoachingSessionEvent event, @SequenceNumber long sequence, @Timestamp Instant time) {
		if (event instanceof SessionStarted) {
			this.cache.save(SessionView.after(null, event, sequence, time));
			return;
		}
		Optional<SessionView> known = this.cache.read(event.sessionId());
		if (known.isPresent() && known.get().sequence() == sequence - 1) {
			this.cache.save(SessionView.after(known.get(), event, sequence, time));
		}
		else if (known.isEmpty() || known.get().sequence() < sequence) {
			this.log.fold(event.sessionId()).ifPresent(this.cache::save);
		}
	}

	/**
	 * Passed over, it would be lost for good: it is parked for a version that knows it.
	 */
	@EventHandler
	void on(UnknownSerializedType event) {
		throw new IllegalArgumentException("Unknown event " + event.serializedType().getName());
	}

}
