package io.coachflow.query.view;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import io.coachflow.query.TestStores;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A view comes from Redis if that has the last event, else from the log.
 */
class ViewReaderIT {

	@RegisterExtension
	private static final TestStores stores = TestStores.create();

	private final AtomicInteger folds = new AtomicInteger();

	private final EmbeddedEventStore events = EmbeddedEventStore.builder()
		.storageEngine(new InMemoryEventStorageEngine() {
			@Override
			public DomainEventStream readEvents(String aggregateIdentifier, long firstSequenceNumber) {
				ViewReaderIT.this.folds.incrementAndGet();
				return super.readEvents(aggregateIdentifier, firstSequenceNumber);
			}

			@Override
			public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
				return super.readEvents(aggregateIdentifier, 0).asStream()
					.map((event) -> event.getSequenceNumber())
					.reduce(Math::max);
			}
		})
		.build();

	private ViewCache<Words> cache;

	private Optional<Words> stored = Optional.empty();

	private ViewReader<Words> reader;

	private long sequence;

	record Words(String sessionId, long sequence, String text) implements View {
	}

	@BeforeEach
	void prepare() {
		stores.clear("session_list");
		this.cache = new ViewCache<>("words:", Words.class, (_) -> Instant.now().plusSeconds(60), stores.redis(),
				new JsonMapper(), Clock.systemUTC());
		this.reader = new ViewReader<>(() -> this.cache, (_, cached) -> cached.or(() -> this.stored),
				new ViewLog<>(this.events, String.class, (id) -> id, (view, word, sequence, _) -> new Words("s1",
						sequence, ((view != null) ? view.text() + " " : "") + word)));
	}

	@AfterEach
	void closeLog() {
		this.events.shutDown();
	}

	@Test
	void whatTheLogToldIsKeptInRedis() {
		publish("one", "two");

		assertThat(this.reader.find("s1")).contains(new Words("s1", 1, "one two"));
		assertThat(this.cache.find("s1")).contains(new Words("s1", 1, "one two"));
		assertThat(this.reader.find("s1")).contains(new Words("s1", 1, "one two"));
		assertThat(this.folds).hasValue(1);
	}

	@Test
	void whoeverReadsAfterAWriteReadsTheWrite() {
		publish("one");
		this.reader.find("s1");
		publish("two");

		assertThat(this.reader.find("s1")).contains(new Words("s1", 1, "one two"));
	}

	@Test
	void theFoldGoesOnFromWhatIsStored() {
		publish("one", "two");
		this.stored = Optional.of(new Words("s1", 0, "stored"));

		assertThat(this.reader.find("s1")).contains(new Words("s1", 1, "stored two"));
	}

	@Test
	void aViewAheadOfTheLogIsNotBelieved() {
		publish("one");
		this.cache.saveAll(List.of(new Words("s1", 5, "from a log that was lost")));

		assertThat(this.reader.find("s1")).contains(new Words("s1", 0, "one"));
	}

	@Test
	void aViewWithoutAHistoryIsNotBelieved() {
		this.cache.saveAll(List.of(new Words("s1", 0, "from a log that was lost")));

		assertThat(this.reader.find("s1")).isEmpty();
	}

	private void publish(String... words) {
		for (String word : words) {
			this.events.publish(List.of(new GenericDomainEventMessage<>("Words", "s1", this.sequence++, word)));
		}
	}

}
