package io.coachflow.saga.enrichment;

import io.coachflow.contracts.enrichment.BusinessPackageEvent.PackageRequested;
import io.coachflow.saga.agent.Assignment;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

/**
 * Makes the assignments of jobs. The brief is in the package's first event.
 */
@Component
class Assignments {

	private final EventStore events;

	private final StoreBulkhead gate;

	Assignments(EventStore events, StoreBulkhead gate) {
		this.events = events;
		this.gate = gate;
	}

	/**
	 * The task of the job's agent.
	 * @throws IllegalStateException if the package's history does not begin with its
	 * request
	 */
	Assignment of(AgentJob job) {
		Object first = this.gate.through(() -> this.events.readEvents(job.packageId()).next().getPayload());
		if (!(first instanceof PackageRequested requested)) {
			throw new IllegalStateException("Package " + job.packageId() + " does not begin with its request");
		}
		return new Assignment(job.agent(), requested.sessionId(), requested.brief(), job.generation());
	}

}
