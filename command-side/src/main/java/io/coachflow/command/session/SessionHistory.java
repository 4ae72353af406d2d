package io.coachflow.command.session;

import io.coachflow.contracts.session.CoachingSessionEvent;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;

/**
 * Reads sessions from the event log, without loading their aggregates.
 */
final class SessionHistory {

	private SessionHistory() {
	}

	/**
	 * The session's state; {@link SessionState#initial() initial} if it has no events.
	 * @throws IllegalStateException if this version cannot read one of them
	 */
	static SessionState read(EventStore events, String sessionId) {
		return events.readEvents(sessionId)
			.asStream()
			.reduce(SessionState.initial(), SessionHistory::after, (first, _) -> first);
	}

	private static SessionState after(SessionState session, DomainEventMessage<?> message) {
		if (!(message.getPayload() instanceof CoachingSessionEvent event)) {
			throw new IllegalStateException("The history of session " + message.getAggregateIdentifier()
					+ " holds an event that this version cannot read, at sequence " + message.getSequenceNumber());
		}
		return session.evolve(event, message.getSequenceNumber(), message.getTimestamp(),
				CoachingSession.idempotency(message.getMetaData()));
	}

}
