package io.coachflow.saga.enrichment;

import java.util.List;

import io.coachflow.contracts.enrichment.Agent;
import io.coachflow.saga.agent.Assignment;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class AssignmentsTests {

	private final EventStore events = EmbeddedEventStore.builder()
		.storageEngine(new InMemoryEventStorageEngine())
		.build();

	private final Assignments assignments = new Assignments(this.events, new StoreBulkhead());

	@Test
	void theBriefIsThatOfThePackagesFirstEvent() {
		happened(Events.requested(), Events.started(Agent.LOGO), Events.requested(Agent.LOGO, 2));

		assertThat(this.assignments.of(AgentJob.first(Events.PACKAGE, Agent.LOGO, 2, null)))
			.isEqualTo(new Assignment(Agent.LOGO, Events.SESSION, Events.BRIEF, 2));
	}

	@Test
	void aHistoryThatBeginsOtherwiseIsNamed() {
		happened(Events.started(Agent.LOGO));

		assertThatIllegalStateException()
			.isThrownBy(() -> this.assignments.of(AgentJob.first(Events.PACKAGE, Agent.LOGO, 1, null)))
			.withMessageContaining(Events.PACKAGE);
	}

	private void happened(Object... payloads) {
		for (int sequence = 0; sequence < payloads.length; sequence++) {
			this.events.publish(List
				.of(new GenericDomainEventMessage<>("BusinessPackage", Events.PACKAGE, sequence, payloads[sequence])));
		}
	}

}
