package io.coachflow.query.session;

import java.time.Instant;
import java.util.Optional;

import io.coachflow.contracts.session.CoachingSessionEvent;
import io.coachflow.contracts.session.CoachingSessionEvent.SessionStarted;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Keeps the views in Redis up with the log.
 */
@Component
@ProcessingGroup(SessionViewProjection.NAME)
class SessionViewProjection {

	static final String NAME = "session-view";

	private static final Logger logger = LoggerFactory.getLogger(SessionViewProjection.class);

	private static final long RETRY_MILLIS = 250;

	private final SessionCache cache;

	private final SessionLog log;

	SessionViewProjection(SessionCache cache, SessionLog log) {
		this.cache = cache;
		this.log = log;
	}

	@EventHandler
	void on(CoachingSessionEvent event, @SequenceNumber long sequence, @Timestamp Instant time)
			throws InterruptedException {
		boolean warned = false;
		while (true) {
			try {
				apply(event, sequence, time);
				return;
			}
			catch (DataAccessException ex) {
				// Waiting here rather than failing: the processor would back off for up
				// to a minute,
				// and views left behind by the outage would be read meanwhile
				if (!warned) {
					logger.warn("Redis does not answer, its views wait: {}", ex.getMessage());
					warned = true;
				}
				Thread.sleep(RETRY_MILLIS);
			}
		}
	}

	private void apply(CoachingSessionEvent event, long sequence, Instant time) {
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

}
