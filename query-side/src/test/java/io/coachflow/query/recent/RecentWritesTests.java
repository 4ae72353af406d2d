package io.coachflow.query.recent;

import java.util.List;

import io.coachflow.contracts.session.Step;
import io.coachflow.query.SessionStory;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.SimpleEventBus;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

class RecentWritesTests {

	private final SimpleEventBus events = SimpleEventBus.builder().build();

	private final RecentWrites writes = new RecentWrites(this.events);

	@Test
	void theLastEventOfEachSessionIsRemembered() {
		SessionStory one = SessionStory.started("demo", SessionStory.START).answers(Step.VISION);
		SessionStory two = SessionStory.started("demo", SessionStory.START);
		this.events.publish(one.events());
		this.events.publish(two.events());

		assertThat(this.writes.of("demo")).containsOnly(entry(one.id(), 1L), entry(two.id(), 0L));
		assertThat(this.writes.of("somebody else")).isEmpty();
	}

	@Test
	void anEventThatComesLateTakesNothingBack() {
		SessionStory story = SessionStory.started("demo", SessionStory.START).answers(Step.VISION);
		this.events.publish(story.events(1));
		this.events.publish(story.events().subList(0, 1));

		assertThat(this.writes.of("demo")).containsOnly(entry(story.id(), 1L));
	}

	@Test
	void theSessionWrittenToFirstIsForgottenFirst() {
		SessionStory first = SessionStory.started("demo", SessionStory.START);
		SessionStory second = SessionStory.started("demo", SessionStory.START);
		this.events.publish(first.events());
		this.events.publish(second.events());
		this.events.publish(first.answers(Step.VISION).events(1));
		for (int i = 0; i < 19; i++) {
			this.events.publish(SessionStory.started("demo", SessionStory.START).events());
		}

		assertThat(this.writes.of("demo")).hasSize(20).containsKey(first.id()).doesNotContainKey(second.id());
	}

	@Test
	void whatIsNotCommittedWasNotWritten() {
		SessionStory story = SessionStory.started("demo", SessionStory.START);
		UnitOfWork<?> work = DefaultUnitOfWork.startAndGet(story.events().getFirst());
		this.events.publish(story.events());
		assertThat(this.writes.of("demo")).isEmpty();
		work.rollback();
		assertThat(this.writes.of("demo")).isEmpty();

		work = DefaultUnitOfWork.startAndGet(story.events().getFirst());
		this.events.publish(story.events());
		work.commit();
		assertThat(this.writes.of("demo")).containsOnly(entry(story.id(), 0L));
	}

	@Test
	void eventsOfNobodyAreNotRemembered() {
		SessionStory story = SessionStory.started("demo", SessionStory.START);
		this.events.publish(List.of(new GenericDomainEventMessage<>("CoachingSession", story.id(), 0,
				story.events().getFirst().getPayload())));

		assertThat(this.writes.of("demo")).isEmpty();
	}

}
