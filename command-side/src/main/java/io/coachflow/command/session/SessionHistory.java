package io.coachflow.command.session;

import io.coachflow.contracts.session.CoachingSessionEvent;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.UnknownSerializedType;

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

	/**
	 * The state after one more event.
	 * @throws IllegalStateException if this version cannot read it
	 */
	static SessionState after(SessionState session, DomainEventMessage<?> message) {
		if (!(message.getPayload() instanceof CoachingSessionEvent event)) {
			throw new IllegalStateException("The history of session " + message.getAggregateIdentifier()
					+ " holds at sequence " + message.getSequenceNumber() + " an event of the type " + name(message)
					+ ", which this version cannot read: use the version that wrote it or a later one");
		}
		return session.evolve(event, message.getSequenceNumber(), message.getTimestamp(),
				SessionMetadata.idempotency(message.getMetaData()));
	}

	private static String name(DomainEventMessage<?> message) {
		return (message.getPayload() instanceof UnknownSerializedType unknown) ? unknown.serializedType().getName()
				: message.getPayloadType().getName();
	}

}
