package io.coachflow.query.session;

import java.util.Optional;

import io.coachflow.contracts.enrichment.BusinessPackageEvent;
import io.coachflow.contracts.session.CoachingSessionEvent;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Folds a session's view from the event log.
 */
@Component
class SessionLog {

	private final EventStore events;

	SessionLog(EventStore events) {
		this.events = events;
	}

	/** The sequence of the last committed event; empty where there is none. */
	Optional<Long> lastSequence(String sessionId) {
		return this.events.lastSequenceNumberFor(sessionId);
	}

	/** The view as of the last committed event; empty where there is no such session. */
	Optional<SessionView> fold(String sessionId) {
		DomainEventStream stream = this.events.readEvents(sessionId);
		@Nullable SessionView view = null;
		while (stream.hasNext()) {
			DomainEventMessage<?> event = stream.next();
			if (event.getPayload() instanceof BusinessPackageEvent) {
				// A package has a history, and an id of the same form
				return Optional.empty();
			}
			if (!(event.getPayload() instanceof CoachingSessionEvent payload)) {
				throw new IllegalStateException("The history of " + sessionId + " holds an event of an unknown type at "
						+ event.getSequenceNumber());
			}
			view = SessionView.after(view, payload, event.getSequenceNumber(), event.getTimestamp());
		}
		return Optional.ofNullable(view);
	}

}
