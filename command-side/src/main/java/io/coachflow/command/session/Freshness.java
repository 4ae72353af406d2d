package io.coachflow.command.session;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.stereotype.Component;

/**
 * Guards decisions that append nothing: no taken sequence would tell that another node
 * has gone on.
 */
@Component
class Freshness {

	private final EventStore events;

	Freshness(EventStore events) {
		this.events = events;
	}

	/**
	 * Checks that the state is that of the session's last event.
	 * @throws ConcurrencyException if it is not
	 */
	void require(SessionState session) {
		long last = this.events.lastSequenceNumberFor(session.sessionId()).orElse(-1L);
		if (session.phase() != SessionState.Phase.UNBORN && last != session.sequence()) {
			throw new ConcurrencyException("The session " + session.sessionId() + " has gone on to " + last + " while "
					+ session.sequence() + " was remembered");
		}
	}

}
