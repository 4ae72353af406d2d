package io.coachflow.query.sessionlist;

import java.time.Instant;

import io.coachflow.contracts.session.CoachingSessionEvent;
import io.coachflow.query.projection.KnownEventsOnly;
import io.coachflow.query.projection.UnitOfWorkBuffer;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;

/**
 * Projects events into one slot of the table {@code session_list}.
 */
class SessionListProjection extends KnownEventsOnly {

	private final UnitOfWorkBuffer<SessionChange> writes;

	SessionListProjection(SessionListWriter writer) {
		this.writes = new UnitOfWorkBuffer<>(writer::write);
	}

	@EventHandler
	void on(CoachingSessionEvent event, @SequenceNumber long sequence, @Timestamp Instant time) {
		this.writes.add(event.sessionId(), SessionChange.of(event, sequence, time), SessionChange::then);
	}

}
