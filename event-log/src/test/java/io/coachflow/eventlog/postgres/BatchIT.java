package io.coachflow.eventlog.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Appends in one statement that succeed or fail separately.
 */
class BatchIT {

	private final LogFixture log = LogFixture.create();

	private final LogNode node = this.log.node();

	@AfterEach
	void close() {
		this.log.close();
	}

	@Test
	void ofTwoForOneSequenceTheSecondAloneFails() {
		String session = LogFixture.session();
		this.node.engine.appendEvents(LogFixture.event(session, 0));
		List<DomainEventMessage<?>> events = List.of(LogFixture.event(LogFixture.session(), 0),
				LogFixture.event(session, 1), LogFixture.event(session, 1), LogFixture.event(session, 0),
				LogFixture.event(LogFixture.session(), 0));

		List<CompletableFuture<Void>> ends = appendTogether(events);

		assertSucceed(ends.get(0), ends.get(1), ends.get(4));
		assertFails(ends.get(2), ConcurrencyException.class);
		assertFails(ends.get(3), AggregateStreamCreationException.class);
		assertThat(this.log.eventIds()).hasSize(5)
			.contains(id(events, 0), id(events, 1), id(events, 4))
			.doesNotContain(id(events, 2), id(events, 3));
	}

	@Test
	void ofManyOnlyThoseFailWhoseSequenceIsInTheLog() {
		List<String> taken = List.of(LogFixture.session(), LogFixture.session(), LogFixture.session());
		taken.forEach((session) -> this.node.engine.appendEvents(LogFixture.event(session, 0)));
		List<DomainEventMessage<?>> events = new ArrayList<>(
				IntStream.range(0, 100).mapToObj((_) -> LogFixture.event(LogFixture.session(), 0)).toList());
		events.set(0, LogFixture.event(taken.get(0), 0));
		events.set(50, LogFixture.event(taken.get(1), 0));
		events.set(51, LogFixture.event(taken.get(2), 0));

		List<CompletableFuture<Void>> ends = appendTogether(events);

		for (int i = 0; i < events.size(); i++) {
			if (List.of(0, 50, 51).contains(i)) {
				assertFails(ends.get(i), AggregateStreamCreationException.class);
			}
			else {
				assertSucceed(ends.get(i));
			}
		}
		assertThat(this.log.eventIds()).hasSize(3 + 1 + 97).doesNotContain(id(events, 0), id(events, 50));
		assertThat(this.log.lastIndex()).isEqualTo(101);
	}

	@Test
	void whatNobodyDisputesIsOneStatement() {
		List<DomainEventMessage<?>> events = new ArrayList<>(
				IntStream.range(0, 500).mapToObj((_) -> LogFixture.event(LogFixture.session(), 0)).toList());

		assertSucceed(appendTogether(events).toArray(CompletableFuture<?>[]::new));

		assertThat(this.log.statements(events)).isOne();
		assertThat(this.log.eventIds())
			.endsWith(events.stream().map(DomainEventMessage::getIdentifier).toArray(String[]::new));
	}

	@Test
	void eventsOfOneAppendStandOrFallTogether() {
		String session = LogFixture.session();
		String other = LogFixture.session();
		List<DomainEventMessage<?>> winner = List.of(LogFixture.event(session, 0));
		List<DomainEventMessage<?>> loser = List.of(LogFixture.event(other, 0), LogFixture.event(session, 0),
				LogFixture.event(session, 1));
		List<DomainEventMessage<?>> third = List.of(LogFixture.event(other, 0), LogFixture.event(other, 1));

		List<CompletableFuture<Void>> ends = this.log.appendTogether(this.node, List.of(winner, loser, third));

		assertSucceed(ends.get(0));
		assertFails(ends.get(1), AggregateStreamCreationException.class);
		// The loser has not taken its keys
		assertSucceed(ends.get(2));
		assertThat(this.log.eventIds()).hasSize(4).endsWith(id(winner, 0), id(third, 0), id(third, 1));
	}

	private List<CompletableFuture<Void>> appendTogether(List<DomainEventMessage<?>> events) {
		return this.log.appendTogether(this.node, events.stream().<List<DomainEventMessage<?>>>map(List::of).toList());
	}

	private static String id(List<DomainEventMessage<?>> events, int place) {
		return events.get(place).getIdentifier();
	}

	private static void assertSucceed(CompletableFuture<?>... ends) {
		assertThat(CompletableFuture.allOf(ends)).succeedsWithin(4, TimeUnit.SECONDS);
	}

	private static void assertFails(CompletableFuture<Void> end, Class<? extends Exception> failure) {
		assertThat(end).failsWithin(4, TimeUnit.SECONDS)
			.withThrowableOfType(Exception.class)
			.withCauseInstanceOf(failure);
	}

}
