package io.coachflow.eventlog.postgres;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.coachflow.eventlog.postgres.LogFixture.Hold;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The statement of one node is held open in the middle, for longer than Axon's engine
 * waits for a gap. Meanwhile and afterwards another node appends and readers read.
 *
 * @param log the fixture
 * @param slow the node that is held up
 * @param other the other node
 * @param table the table with the events
 */
record HeldWriter(LogFixture log, EventStore slow, EventStore other, String table) {

	/** How long Axon's engine waits for a gap. */
	static final Duration GAP_TIMEOUT = Duration.ofMillis(500);

	/**
	 * The acknowledged events in any order, and the events that each reader saw, in its
	 * order.
	 */
	record Seen(List<String> acknowledged, List<String> byStream, List<String> byPosition) {
	}

	Seen play() throws Exception {
		DomainEventMessage<?> held = LogFixture.event(LogFixture.GATED, 0);
		DomainEventMessage<?> second = LogFixture.event(LogFixture.session(), 0);
		DomainEventMessage<?> third = LogFixture.event(LogFixture.session(), 0);
		Seen seen = new Seen(List.of(held.getIdentifier(), second.getIdentifier(), third.getIdentifier()),
				new ArrayList<>(), new ArrayList<>());
		PositionReader byPosition = new PositionReader(this.log.jdbc, this.table);
		CompletableFuture<Void> appends;
		BlockingStream<TrackedEventMessage<?>> byStream;
		try (Hold _ = this.log.closeGate()) {
			CompletableFuture<Void> slowOne = LogFixture.async(() -> this.slow.publish(held));
			this.log.awaitBlocked();
			appends = CompletableFuture.allOf(slowOne, LogFixture.async(() -> this.other.publish(second)),
					LogFixture.async(() -> this.other.publish(third)));
			Thread.sleep(GAP_TIMEOUT.multipliedBy(2));
			byStream = this.other.openStream(this.other.createTailToken());
			readTo(seen, byStream, byPosition);
		}
		appends.get(5, TimeUnit.SECONDS);
		readTo(seen, byStream, byPosition);
		byStream.close();
		return seen;
	}

	private static void readTo(Seen seen, BlockingStream<TrackedEventMessage<?>> byStream, PositionReader byPosition)
			throws InterruptedException {
		while (byStream.hasNextAvailable(600, TimeUnit.MILLISECONDS)) {
			seen.byStream().add(byStream.nextAvailable().getIdentifier());
		}
		seen.byPosition().addAll(byPosition.next());
	}

	/** A reader that remembers the last index it saw, and nothing else. */
	private static final class PositionReader {

		private final JdbcClient jdbc;

		private final String table;

		private long position;

		PositionReader(JdbcClient jdbc, String table) {
			this.jdbc = jdbc;
			this.table = table;
		}

		List<String> next() {
			return this.jdbc
				.sql("SELECT global_index, event_id FROM " + this.table
						+ " WHERE global_index > ? ORDER BY global_index")
				.param(this.position)
				.query((row, _) -> {
					this.position = row.getLong(1);
					return row.getString(2);
				})
				.list();
		}

	}

}
