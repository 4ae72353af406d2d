package io.coachflow.query.selfaudit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

import io.coachflow.contracts.session.Step;
import io.coachflow.query.SessionStory;
import io.coachflow.query.TestStores;
import io.coachflow.query.projection.LiveProjections;
import io.coachflow.query.selfaudit.SelfAudit.Findings;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * The self-audit follows the log, and stores in PostgreSQL what it finds.
 */
class ReadModelComparisonIT {

	private static final String MODEL = "session-list";

	@RegisterExtension
	private static final TestStores stores = TestStores.create();

	private final EmbeddedEventStore events = EmbeddedEventStore.builder()
		.storageEngine(new InMemoryEventStorageEngine(1))
		.build();

	private final LiveProjections projections = mock();

	/** What differs, by session. */
	private final Map<String, List<String>> differences = new HashMap<>();

	private final List<DomainEventMessage<?>> compared = new ArrayList<>();

	private final AtomicBoolean stopping = new AtomicBoolean();

	private SelfAuditLog log;

	private ReadModelComparison comparison;

	@BeforeEach
	void empty() {
		stores.clear("self_audit_mismatch");
		this.log = new SelfAuditLog(stores.jdbc());
		this.log.advance(0);
		ReadModelCheck check = new ReadModelCheck() {

			@Override
			public String readModel() {
				return MODEL;
			}

			@Override
			public List<String> differences(DomainEventMessage<?> event) {
				ReadModelComparisonIT.this.compared.add(event);
				return ReadModelComparisonIT.this.differences.getOrDefault(event.getAggregateIdentifier(), List.of());
			}

		};
		this.comparison = new ReadModelComparison(List.of(check), this.log, this.projections, this.events,
				this.stopping::get);
	}

	@AfterEach
	void closeLog() {
		this.events.shutDown();
	}

	@Test
	void ofEachSessionTheLastEventIsCompared() {
		SessionStory one = published(SessionStory.started().answers(Step.VISION).answers(Step.MISSION));
		SessionStory two = published(SessionStory.started());
		reached(4);

		assertThat(this.comparison.goOn(0)).isFalse();

		assertThat(this.compared).extracting(DomainEventMessage::getIdentifier)
			.containsExactlyInAnyOrder(one.events().getLast().getIdentifier(), two.events().getLast().getIdentifier());
		assertThat(this.log.findings()).isEqualTo(new Findings(4, 0));
	}

	@Test
	void nobodyIsBlamedForBeingBehind() {
		published(SessionStory.started().answers(Step.VISION).answers(Step.MISSION));
		reached(2);

		this.comparison.goOn(0);

		assertThat(this.compared).extracting(DomainEventMessage::getSequenceNumber).containsExactly(1L);
		assertThat(this.log.findings().position()).isEqualTo(2);
		reached(3);
		this.comparison.goOn(2);
		assertThat(this.compared).extracting(DomainEventMessage::getSequenceNumber).containsExactly(1L, 2L);
		this.comparison.goOn(3);
		assertThat(this.compared).hasSize(2);
	}

	@Test
	void aMismatchIsKeptUntilItIsMended() {
		SessionStory story = published(SessionStory.started().answers(Step.VISION));
		this.differences.put(story.id(), List.of("phase"));
		reached(2);

		this.comparison.goOn(0);
		assertThat(this.log.findings()).isEqualTo(new Findings(2, 1));
		this.comparison.goOn(2);
		assertThat(this.log.findings()).isEqualTo(new Findings(2, 1));

		this.differences.clear();
		this.comparison.goOn(2);
		assertThat(this.log.findings()).isEqualTo(new Findings(2, 0));
	}

	@Test
	void whatIsParkedIsKnownToBeMissing() {
		SessionStory story = published(SessionStory.started());
		this.differences.put(story.id(), List.of("missing"));
		given(this.projections.isParked(MODEL, story.id())).willReturn(true);
		reached(1);

		this.comparison.goOn(0);

		assertThat(this.log.findings()).isEqualTo(new Findings(1, 0));
	}

	@Test
	void aNodeThatStopsHasComparedNothing() {
		published(SessionStory.started());
		reached(1);
		this.stopping.set(true);

		assertThat(this.comparison.goOn(0)).isFalse();

		assertThat(this.compared).isEmpty();
		assertThat(this.log.findings()).isEqualTo(new Findings(0, 0));
	}

	@Test
	void aLongLogIsWalkedInPortions() {
		for (int i = 0; i < 250; i++) {
			published(SessionStory.started());
		}
		reached(250);

		assertThat(this.comparison.goOn(0)).isTrue();
		assertThat(this.log.findings().position()).isEqualTo(200);
		assertThat(this.comparison.goOn(200)).isFalse();
		assertThat(this.log.findings().position()).isEqualTo(250);
		assertThat(this.compared).hasSize(250);
	}

	private SessionStory published(SessionStory story) {
		this.events.publish(story.events());
		return story;
	}

	private void reached(long position) {
		given(this.projections.position(MODEL)).willReturn(position);
	}

}
