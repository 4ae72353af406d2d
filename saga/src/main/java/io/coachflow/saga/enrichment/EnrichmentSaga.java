package io.coachflow.saga.enrichment;

import io.coachflow.contracts.enrichment.Agent;
import io.coachflow.contracts.enrichment.BusinessPackageCommand.RequestPackage;
import io.coachflow.contracts.enrichment.BusinessPackageEvent.AgentRequested;
import io.coachflow.contracts.enrichment.BusinessPackageEvent.PackageCompleted;
import io.coachflow.contracts.enrichment.BusinessPackageEvent.PackageRequested;
import io.coachflow.contracts.enrichment.PackageIds;
import io.coachflow.contracts.session.CoachingSessionEvent.SessionCompleted;
import io.coachflow.contracts.session.CoachingSessionEvent.SessionDeleted;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.saga.EndSaga;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.StartSaga;
import org.axonframework.spring.stereotype.Saga;
import org.jspecify.annotations.Nullable;

/**
 * Follows a completed session until its package is done, and again whenever an agent is
 * asked for again. It only dispatches: the package decides, the jobs do the work. Each
 * handler may be run again, by another instance as well. All it knows is its association,
 * so it has no state of its own.
 */
@Saga
@ProcessingGroup(EnrichmentSaga.GROUP)
public class EnrichmentSaga {

	/** The processing group, and the name of its processor. */
	public static final String GROUP = "enrichment";

	/**
	 * What associates an event with its saga: the property, and its name in the store.
	 */
	private static final String SESSION = "sessionId";

	private static final String TRACE = "traceId";

	/** For Axon, which makes sagas by reflection and not past access rules. */
	public EnrichmentSaga() {
	}

	@StartSaga
	@SagaEventHandler(associationProperty = SESSION)
	void on(SessionCompleted event, CommandGateway commands) {
		commands.sendAndWait(new RequestPackage(PackageIds.of(event.sessionId()), event.sessionId()));
	}

	// Starts the saga too: a deletion may have ended it while the package was asked for
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

	@EndSaga
	@SagaEventHandler(associationProperty = SESSION)
	void on(PackageCompleted event) {
	}

	/**
	 * Deleted before its package was asked for, a session never gets one. Deleted later,
	 * its agents give up at once and not when their next attempt is due.
	 */
	@EndSaga
	@SagaEventHandler(associationProperty = SESSION)
	void on(SessionDeleted event, AgentJobs jobs) {
		jobs.hasten(PackageIds.of(event.sessionId()));
	}

}
