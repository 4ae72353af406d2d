package io.coachflow.saga.enrichment;

import io.coachflow.contracts.enrichment.Agent;
import io.coachflow.contracts.enrichment.BusinessPackageCommand.RequestPackage;
import io.coachflow.contracts.enrichment.BusinessPackageCommand.ReviseBrief;
import io.coachflow.contracts.enrichment.BusinessPackageEvent.AgentRequested;
import io.coachflow.contracts.enrichment.BusinessPackageEvent.PackageCompleted;
import io.coachflow.contracts.enrichment.BusinessPackageEvent.PackageRequested;
import io.coachflow.contracts.enrichment.PackageIds;
import io.coachflow.contracts.session.CoachingSessionEvent.AnswerRevised;
import io.coachflow.contracts.session.CoachingSessionEvent.BusinessDescribed;
import io.coachflow.contracts.session.CoachingSessionEvent.SessionCompleted;
import io.coachflow.contracts.session.CoachingSessionEvent.SessionDeleted;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.saga.EndSaga;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.SagaLifecycle;
import org.axonframework.modelling.saga.StartSaga;
import org.axonframework.spring.stereotype.Saga;
import org.jspecify.annotations.Nullable;

/**
 * Follows a completed session until its package is completed, and again whenever an agent
 * is requested again. A correction of the session brings the package's brief up to date.
 * It only dispatches: the package decides, the jobs do the work. Each handler may run
 * again for the same event, also in another instance. The saga has no state but its
 * association.
 */
@Saga
@ProcessingGroup(EnrichmentSaga.GROUP)
public class EnrichmentSaga {

	/** The processing group, and the name of its processor. */
	public static final String GROUP = "enrichment";

	/**
	 * The association property, by its name in events and in the saga store.
	 */
	private static final String SESSION = "sessionId";

	/** The metadata in which Axon keeps the trace id. */
	static final String TRACE = "traceId";

	/** For Axon, which creates sagas by reflection. */
	public EnrichmentSaga() {
	}

	@StartSaga
	@SagaEventHandler(associationProperty = SESSION)
	void on(SessionCompleted event, CommandGateway commands) {
		commands.sendAndWait(new RequestPackage(PackageIds.of(event.sessionId()), event.sessionId()));
	}

	// Starts the saga, too: a deletion may have ended it while the package was being
	// requested
	@StartSaga
	@SagaEventHandler(associationProperty = SESSION)
	void on(PackageRequested event, @MetaDataValue(TRACE) @Nullable String trace, AgentJobs jobs) {
		for (Agent agent : Agent.values()) {
			jobs.schedule(AgentJob.first(event.packageId(), agent, 1, trace));
		}
	}

	@StartSaga
	@SagaEventHandler(associationProperty = SESSION)
	void on(AgentRequested event, @MetaDataValue(TRACE) @Nullable String trace, AgentJobs jobs) {
		jobs.schedule(AgentJob.first(event.packageId(), event.agent(), event.generation(), trace));
	}

	@StartSaga
	@SagaEventHandler(associationProperty = SESSION)
	void on(AnswerRevised event, CommandGateway commands) {
		revise(event.sessionId(), commands);
	}

	@StartSaga
	@SagaEventHandler(associationProperty = SESSION)
	void on(BusinessDescribed event, CommandGateway commands) {
		revise(event.sessionId(), commands);
	}

	private static void revise(String sessionId, CommandGateway commands) {
		if (!hasWork(new ReviseBrief(PackageIds.of(sessionId), sessionId), commands)) {
			SagaLifecycle.end();
		}
	}

	/** Whether an agent of the package is at work. */
	private static boolean hasWork(ReviseBrief command, CommandGateway commands) {
		try {
			return Boolean.TRUE.equals(commands.sendAndWait(command));
		}
		catch (AggregateNotFoundException _) {
			// The session is not completed: its package's first brief will be right
			return false;
		}
	}

	@EndSaga
	@SagaEventHandler(associationProperty = SESSION)
	void on(PackageCompleted event) {
	}

	/**
	 * A session that is deleted before its package is requested never gets one. If it is
	 * deleted later, its agents end at once and not at their next retry.
	 */
	@EndSaga
	@SagaEventHandler(associationProperty = SESSION)
	void on(SessionDeleted event, AgentJobs jobs) {
		jobs.hasten(PackageIds.of(event.sessionId()));
	}

}
