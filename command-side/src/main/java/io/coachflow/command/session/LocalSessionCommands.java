package io.coachflow.command.session;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.coachflow.command.memory.AggregateCaches;
import io.coachflow.command.memory.StaleStateCheck;
import io.coachflow.contracts.error.ErrorCode;
import io.coachflow.contracts.session.CoachingSessionCommand;
import io.coachflow.contracts.session.CoachingSessionCommand.Beginning;
import io.coachflow.contracts.session.CoachingSessionEvent;
import io.coachflow.contracts.session.Outcome;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.lock.Lock;
import org.axonframework.common.lock.LockFactory;
import org.axonframework.common.lock.PessimisticLockFactory;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.correlation.MessageOriginProvider;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Decides on the commands of sessions in the caller's thread and publishes the events
 * straight to the log: no bus, no unit of work and no aggregate between them. The
 * commands of one session wait for one another.
 */
@Component
@ConditionalOnProperty(name = "axon.axonserver.enabled", havingValue = "false", matchIfMissing = true)
class LocalSessionCommands implements SessionCommands {

	private static final MessageOriginProvider ORIGINS = new MessageOriginProvider();

	private final LockFactory locks = PessimisticLockFactory.usingDefaults();

	private final Cache states;

	private final EventStore events;

	private final SessionDecider decider;

	private final StaleStateCheck freshness;

	private final Clock clock;

	LocalSessionCommands(@Qualifier(AggregateCaches.SESSIONS) Cache states, EventStore events, SessionDecider decider,
			StaleStateCheck freshness, Clock clock) {
		this.states = states;
		this.events = events;
		this.decider = decider;
		this.freshness = freshness;
		this.clock = clock;
	}

	@Override
	public Outcome carryOut(CoachingSessionCommand command) {
		String id = command.sessionId();
		try (Lock _ = this.locks.obtainLock(id)) {
			@Nullable SessionState cached = this.states.get(id);
			SessionState session = (cached != null) ? cached : SessionHistory.read(this.events, id);
			if (session.phase() == SessionState.Phase.UNBORN && !(command instanceof Beginning)) {
				return new Outcome.Refused(ErrorCode.SESSION_NOT_FOUND, CoachingSessions.UNKNOWN_SESSION);
			}
			return decide(session, command, cached != null);
		}
	}

	@Override
	public Outcome start(Beginning command) {
		try (Lock _ = this.locks.obtainLock(command.sessionId())) {
			return decide(SessionState.initial(), command, false);
		}
	}

	/**
	 * Decides and records.
	 * @param mayBeStale whether the state may lack events of other nodes. One that was
	 * read after the command came is new enough for every decision
	 */
	private Outcome decide(SessionState session, CoachingSessionCommand command, boolean mayBeStale) {
		if (CurrentUnitOfWork.isStarted()) {
			throw new IllegalStateException("Within a unit of work the events would be durable only at its end");
		}
		String id = command.sessionId();
		boolean ends = false;
		try {
			Decision decision = this.decider.decide(session, command, this.clock.instant());
			if (mayBeStale && !decision.isCertain()) {
				this.freshness.require(id, session.sequence());
			}
			SessionState next = record(session, decision.events(), command);
			if (next.phase() != SessionState.Phase.UNBORN) {
				this.states.put(id, next);
			}
			ends = true;
			return decision.outcome(command, next);
		}
		finally {
			if (!ends) {
				// It is stale, or the events may have been stored all the same
				this.states.remove(id);
			}
		}
	}

	/** Publishes the events, and returns the state after them. */
	private SessionState record(SessionState session, List<CoachingSessionEvent> events,
			CoachingSessionCommand command) {
		if (events.isEmpty()) {
			return session;
		}
		MetaData origin = MetaData
			.from(ORIGINS.correlationDataFor(new GenericCommandMessage<>(command, MetaData.emptyInstance())));
		List<DomainEventMessage<?>> messages = new ArrayList<>(events.size());
		SessionState next = session;
		for (CoachingSessionEvent event : events) {
			DomainEventMessage<?> message = new GenericDomainEventMessage<>(CoachingSession.TYPE, command.sessionId(),
					next.sequence() + 1, event, origin.mergedWith(SessionMetadata.of(event, command)));
			messages.add(message);
			next = SessionHistory.after(next, message);
		}
		this.events.publish(messages);
		return next;
	}

}
