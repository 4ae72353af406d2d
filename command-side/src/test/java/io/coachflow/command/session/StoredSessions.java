package io.coachflow.command.session;

import java.util.List;

import io.coachflow.contracts.session.Business;
import io.coachflow.contracts.session.CoachingSessionEvent;
import io.coachflow.contracts.session.CoachingSessionEvent.SessionCompleted;
import io.coachflow.contracts.session.CoachingSessionEvent.SessionDeleted;
import io.coachflow.contracts.session.CoachingSessionEvent.SessionStarted;
import io.coachflow.contracts.session.CoachingSessionEvent.StepAnswered;
import io.coachflow.contracts.session.Step;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;

/**
 * Sessions in an event log, for tests of their readers.
 */
public final class StoredSessions {

	private final EventStore log = EmbeddedEventStore.builder().storageEngine(new InMemoryEventStorageEngine()).build();

	public EventStore log() {
		return this.log;
	}

	public CompletedSessions completed() {
		return new CompletedSessions(this.log, new CoachingSessions(new DispatchedSessionCommands(
				DefaultCommandGateway.builder().commandBus(SimpleCommandBus.builder().build()).build())));
	}

	/** A session of Ada's on the Teranga Table, just begun. */
	public void start(String sessionId) {
		append(sessionId,
				new SessionStarted(sessionId, "ada", new Business("Teranga Table", "restaurant", "Dakar", "Senegal"),
						SessionFixture.COACH.guide(Step.VISION, "restaurant", "en"), SessionFixture.LIVE));
	}

	/** The same with all five answers. */
	public void complete(String sessionId) {
		start(sessionId);
		for (Step step : Step.values()) {
			StepAnswered answered = SessionFixture.answered(step, SessionFixture.text(step), SessionFixture.LIVE);
			append(sessionId, new StepAnswered(sessionId, step, answered.answer(), answered.confidence(),
					answered.guidance(), answered.expiresAt()));
		}
		append(sessionId, new SessionCompleted(sessionId, SessionFixture.MEAN));
	}

	public void delete(String sessionId) {
		append(sessionId, new SessionDeleted(sessionId));
	}

	public void append(String aggregateId, String type, long sequence, Object event) {
		this.log.publish(List.of(new GenericDomainEventMessage<>(type, aggregateId, sequence, event)));
	}

	private void append(String sessionId, CoachingSessionEvent event) {
		append(sessionId, CoachingSession.TYPE, this.log.lastSequenceNumberFor(sessionId).orElse(-1L) + 1, event);
	}

}
