package io.coachflow.command.session;

import io.coachflow.contracts.session.CoachingSessionEvent.SessionDeleted;
import io.coachflow.llm.LiveSessions;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

/**
 * Finds deletions in the event log.
 */
@Component
class LoggedSessions implements LiveSessions {

	private final EventStore events;

	LoggedSessions(EventStore events) {
		this.events = events;
	}

	@Override
	public boolean has(String sessionId) {
		return this.events.readEvents(sessionId)
			.asStream()
			.noneMatch((event) -> event.getPayloadType() == SessionDeleted.class);
	}

}
