package io.coachflow.command.session;

import java.time.Clock;
import java.time.Instant;

import io.coachflow.command.memory.AggregateCaches;
import io.coachflow.command.memory.StaleStateCheck;
import io.coachflow.contracts.session.CoachingSessionCommand;
import io.coachflow.contracts.session.CoachingSessionCommand.AskForHelp;
import io.coachflow.contracts.session.CoachingSessionCommand.CompleteSession;
import io.coachflow.contracts.session.CoachingSessionCommand.DeleteSession;
import io.coachflow.contracts.session.CoachingSessionCommand.DescribeBusiness;
import io.coachflow.contracts.session.CoachingSessionCommand.ExpireSession;
import io.coachflow.contracts.session.CoachingSessionCommand.ResumeSession;
import io.coachflow.contracts.session.CoachingSessionCommand.ReviseAnswer;
import io.coachflow.contracts.session.CoachingSessionCommand.StartFromBrief;
import io.coachflow.contracts.session.CoachingSessionCommand.StartSession;
import io.coachflow.contracts.session.CoachingSessionCommand.SubmitAnswer;
import io.coachflow.contracts.session.CoachingSessionEvent;
import io.coachflow.contracts.session.Outcome;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.UnknownSerializedType;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

/**
 * The aggregate: adapts the {@link SessionDecider} to Axon's command bus. Without Axon
 * Server, {@link LocalSessionCommands} takes its place.
 */
@ConditionalOnProperty(name = "axon.axonserver.enabled", havingValue = "true")
@Aggregate(type = CoachingSession.TYPE, cache = AggregateCaches.SESSIONS)
class CoachingSession {

	/** The aggregate's type in the event log. */
	static final String TYPE = "CoachingSession";

	@AggregateIdentifier
	private @Nullable String sessionId;

	private SessionState state = SessionState.initial();

	CoachingSession() {
	}

	// With an idempotency key a repeated start has the same id, so the session may exist
	@CommandHandler
	@CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
	Outcome handle(StartSession command, SessionDecider decider, Clock clock, StaleStateCheck freshness) {
		return carryOut(command, decider, clock, freshness);
	}

	@CommandHandler
	@CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
	Outcome handle(StartFromBrief command, SessionDecider decider, Clock clock, StaleStateCheck freshness) {
		return carryOut(command, decider, clock, freshness);
	}

	@CommandHandler
	Outcome handle(ReviseAnswer command, SessionDecider decider, Clock clock, StaleStateCheck freshness) {
		return carryOut(command, decider, clock, freshness);
	}

	@CommandHandler
	Outcome handle(DescribeBusiness command, SessionDecider decider, Clock clock, StaleStateCheck freshness) {
		return carryOut(command, decider, clock, freshness);
	}

	@CommandHandler
	Outcome handle(AskForHelp command, SessionDecider decider, Clock clock, StaleStateCheck freshness) {
		return carryOut(command, decider, clock, freshness);
	}

	@CommandHandler
	Outcome handle(ResumeSession command, SessionDecider decider, Clock clock, StaleStateCheck freshness) {
		return carryOut(command, decider, clock, freshness);
	}

	@CommandHandler
	Outcome handle(SubmitAnswer command, SessionDecider decider, Clock clock, StaleStateCheck freshness) {
		return carryOut(command, decider, clock, freshness);
	}

	@CommandHandler
	Outcome handle(CompleteSession command, SessionDecider decider, Clock clock, StaleStateCheck freshness) {
		return carryOut(command, decider, clock, freshness);
	}

	@CommandHandler
	Outcome handle(DeleteSession command, SessionDecider decider, Clock clock, StaleStateCheck freshness) {
		return carryOut(command, decider, clock, freshness);
	}

	@CommandHandler
	Outcome handle(ExpireSession command, SessionDecider decider, Clock clock, StaleStateCheck freshness) {
		return carryOut(command, decider, clock, freshness);
	}

	@EventSourcingHandler
	void on(CoachingSessionEvent event, @SequenceNumber long sequence, @Timestamp Instant time, MetaData metadata) {
		this.sessionId = event.sessionId();
		this.state = this.state.evolve(event, sequence, time, SessionMetadata.idempotency(metadata));
	}

	/** Fails, since decisions on an incomplete history could be wrong. */
	@EventSourcingHandler
	void on(UnknownSerializedType event) {
		throw new IllegalStateException("The history holds an event of the type " + event.serializedType().getName()
				+ ", which this version cannot read: use the version that wrote it or a later one");
	}

	private Outcome carryOut(CoachingSessionCommand command, SessionDecider decider, Clock clock,
			StaleStateCheck freshness) {
		Decision decision = decider.decide(this.state, command, clock.instant());
		if (!decision.isCertain() && this.state.phase() != SessionState.Phase.UNBORN) {
			freshness.require(this.state.sessionId(), this.state.sequence());
		}
		decision.events().forEach((event) -> AggregateLifecycle.apply(event, SessionMetadata.of(event, command)));
		return decision.outcome(command, this.state);
	}

}
