package io.coachflow.command.session;

import io.coachflow.contracts.session.CoachingSessionEvent;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;

/**
 * Sessions as the log tells them, for those who only look.
 */
final class SessionHistory {

	private SessionHistory() {
	}

	/**
	 * What the session's events add up to; {@link SessionState#initial() initial} where
	 * it has none.
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
					+ " holds an event that this version cannot read, at " + message.getSequenceNumber());
		}
		return session.evolve(event, message.getSequenceNumber(), message.getTimestamp(),
				CoachingSession.idempotency(message.getMetaData()));
	}

}
