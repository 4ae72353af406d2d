package io.coachflow.saga.enrichment;

import io.coachflow.contracts.enrichment.Brief;
import io.coachflow.contracts.enrichment.BusinessPackageEvent.AgentRequested;
import io.coachflow.contracts.enrichment.BusinessPackageEvent.BriefRevised;
import io.coachflow.contracts.enrichment.BusinessPackageEvent.PackageRequested;
import io.coachflow.saga.agent.Assignment;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

/**
 * Makes the assignments of jobs from the package's events.
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
	 * The task of the job's agent: with the brief as it was when the job's generation was
	 * requested.
	 * @throws IllegalStateException if the package's history does not begin with its
	 * request, or lacks that of the generation
	 */
	Assignment of(AgentJob job) {
		return this.gate.through(() -> read(job));
	}

	private Assignment read(AgentJob job) {
		DomainEventStream history = this.events.readEvents(job.packageId());
		if (!(history.next().getPayload() instanceof PackageRequested requested)) {
			throw new IllegalStateException("Package " + job.packageId() + " does not begin with its request");
		}
		Brief brief = requested.brief();
		if (job.generation() == 1) {
			return new Assignment(job.agent(), requested.sessionId(), brief, 1, null);
		}
		while (history.hasNext()) {
			Object event = history.next().getPayload();
			if (event instanceof BriefRevised revised) {
				brief = revised.brief();
			}
			else if (event instanceof AgentRequested again && again.agent() == job.agent()
					&& again.generation() == job.generation()) {
				return new Assignment(job.agent(), requested.sessionId(), brief, job.generation(), again.wish());
			}
		}
		throw new IllegalStateException("Package " + job.packageId() + " has no request for " + job.id());
	}

}
