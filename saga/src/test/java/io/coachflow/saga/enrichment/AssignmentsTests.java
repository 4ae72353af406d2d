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
	void theBriefIsThatOfTheMomentAtWhichTheGenerationWasRequested() {
		happened(Events.requested(), Events.requested(Agent.LOGO, 2), Events.revised("Dix tables"),
				Events.requested(Agent.CONTENT, 2), Events.requested(Agent.LOGO, 3, "Plus sobre"),
				Events.revised("Onze tables"));

		assertThat(brief(Agent.LOGO, 1)).isEqualTo(Events.BRIEF.vision());
		assertThat(brief(Agent.LOGO, 2)).isEqualTo(Events.BRIEF.vision());
		assertThat(brief(Agent.CONTENT, 2)).isEqualTo("Dix tables");
		assertThat(this.assignments.of(AgentJob.first(Events.PACKAGE, Agent.LOGO, 3, null)).wish())
			.isEqualTo("Plus sobre");
		assertThat(this.assignments.of(AgentJob.first(Events.PACKAGE, Agent.CONTENT, 2, null)).wish()).isNull();
	}

	private String brief(Agent agent, int generation) {
		return this.assignments.of(AgentJob.first(Events.PACKAGE, agent, generation, null)).brief().vision();
	}

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
