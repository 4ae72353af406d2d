package io.coachflow.query.view;

import java.util.List;

import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.UnknownSerializedType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.Mockito.mock;

/**
 * The fold of a history as a view.
 */
class ViewLogTests {

	private final EmbeddedEventStore events = EmbeddedEventStore.builder()
		.storageEngine(new InMemoryEventStorageEngine())
		.build();

	private final ViewLog<String, Words> log = new ViewLog<>(this.events, String.class, (id) -> "of-" + id,
			(view, word, sequence, _) -> new Words("s1", sequence, ((view != null) ? view.text() + " " : "") + word));

	private long sequence;

	record Words(String sessionId, long sequence, String text) implements View {
	}

	@AfterEach
	void close() {
		this.events.shutDown();
	}

	@Test
	void aHistoryIsFoldedInItsOrder() {
		publish("one", "two", "three");

		assertThat(this.log.fold("s1")).contains(new Words("s1", 2, "one two three"));
		assertThat(this.log.lastSequence("s1")).contains(2L);
	}

	@Test
	void aFoldGoesOnFromAnEarlierView() {
		publish("one", "two", "three");

		assertThat(this.log.fold("s1", new Words("s1", 1, "earlier"))).contains(new Words("s1", 2, "earlier three"));
		assertThat(this.log.fold("s1", new Words("s1", 2, "the last"))).contains(new Words("s1", 2, "the last"));
	}

	@Test
	void nothingComesOfNoHistory() {
		assertThat(this.log.fold("s1")).isEmpty();
	}

	@Test
	void theHistoryOfAnotherAggregateIsNone() {
		publish(17, 18);

		assertThat(this.log.fold("s1")).isEmpty();
	}

	@Test
	void anUnknownEventIsNotPassedOver() {
		publish("one", new UnknownSerializedType(mock(Serializer.class),
				new SimpleSerializedObject<>("{}", String.class, "io.coachflow.moved", "1")));

		assertThatIllegalStateException().isThrownBy(() -> this.log.fold("s1"))
			.withMessage("The history of of-s1 holds an event of an unknown type at 1");
	}

	@Test
	void whatHappenedSinceIsTold() {
		publish("one", "two", "three");

		assertThat(this.log.after("s1", 0)).extracting(ViewLog.Happened::event).containsExactly("two", "three");
		assertThat(this.log.after("s1", 2)).isEmpty();
	}

	private void publish(Object... payloads) {
		for (Object payload : payloads) {
			this.events.publish(List.of(new GenericDomainEventMessage<>("Words", "of-s1", this.sequence++, payload)));
		}
	}

}
