package io.coachflow.eventlog.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Readers that follow the log.
 */
@Isolated("measures times")
class LogStreamIT {

	/** More than the node keeps in memory. */
	private static final int FAR_BEHIND = 4096 + 1000;

	private final LogFixture log = LogFixture.create();

	private final LogNode writer = this.log.node();

	private final LogNode reader = this.log.node();

	@AfterEach
	void close() {
		this.log.close();
	}

	@Test
	void anotherNodesCommitIsSeenLongBeforeTheNextPoll() throws Exception {
		TrackingEventStream stream = openAtHead();

		assertThat(medianMillisUntilSeen(stream, 1)).isLessThan(300);
	}

	@Test
	void theSecondOfTwoIsNotForgotten() throws Exception {
		TrackingEventStream stream = openAtHead();

		assertThat(medianMillisUntilSeen(stream, 2)).isLessThan(300);
	}

	@Test
	void aCommitIsSeenEvenWhereNobodyListens() throws Exception {
		TrackingEventStream stream = openAtHead();
		this.log.terminate("coachflow-listener");

		assertThat(millisUntilSeen(stream, 1)).isLessThan(1500);
	}

	@Test
	void aListenerComesBack() throws Exception {
		TrackingEventStream stream = openAtHead();
		this.log.terminate("coachflow-listener");
		Thread.sleep(2000);

		assertThat(medianMillisUntilSeen(stream, 1)).isLessThan(300);
	}

	@Test
	void eventsOfThisNodeAreThoseOfTheTable() throws Exception {
		TrackingEventStream fromMemory = this.writer.store.openStream(this.writer.engine.createHeadToken());
		TrackingEventStream fromTable = openAtHead();
		String session = LogFixture.session();
		String another = LogFixture.session();
		for (int i = 0; i < 20; i++) {
			this.writer.engine.appendEvents(LogFixture.event(session, i));
			LogNode second = (i % 3 == 0) ? this.reader : this.writer;
			second.engine.appendEvents(LogFixture.event(another, i));
		}

		for (int i = 0; i < 40; i++) {
			TrackedEventMessage<?> expected = fromTable.nextAvailable();
			TrackedEventMessage<?> event = fromMemory.nextAvailable();
			assertThat(event.getIdentifier()).isEqualTo(expected.getIdentifier());
			assertThat(event.getTimestamp()).isEqualTo(expected.getTimestamp());
			assertThat(event.getPayload()).isEqualTo(expected.getPayload());
			assertThat(event.getMetaData()).isEqualTo(expected.getMetaData());
			assertThat(event.trackingToken()).isEqualTo(expected.trackingToken());
		}
	}

	@Test
	void aFollowerIsCalledWhenThereIsSomethingToRead() throws Exception {
		TrackingEventStream stream = openAtHead();
		Semaphore calls = new Semaphore(0);
		assertThat(stream.setOnAvailableCallback(calls::release)).isTrue();

		this.writer.engine.appendEvents(LogFixture.event(LogFixture.session(), 0));

		assertThat(calls.tryAcquire(1, TimeUnit.SECONDS)).isTrue();
		assertThat(stream.hasNextAvailable()).isTrue();
		stream.close();
		this.writer.engine.appendEvents(LogFixture.event(LogFixture.session(), 0));
		calls.drainPermits();
		assertThat(calls.tryAcquire(300, TimeUnit.MILLISECONDS)).isFalse();
	}

	@Test
	void aFollowerThatFailsKeepsNobodyElseAsleep() throws Exception {
		for (int i = 0; i < 5; i++) {
			openAtHead().setOnAvailableCallback(() -> {
				throw new IllegalStateException("Shut down");
			});
		}
		TrackingEventStream stream = openAtHead();
		for (int i = 0; i < 5; i++) {
			openAtHead().setOnAvailableCallback(() -> {
				throw new IllegalStateException("Shut down");
			});
		}

		assertThat(medianMillisUntilSeen(stream, 1)).isLessThan(300);
	}

	@Test
	void whoIsFarBehindGetsEverythingInOrderWhileTheLogGrows() throws Exception {
		write(FAR_BEHIND, 100);
		TrackingEventStream recent = openAtHead();
		CompletableFuture<Void> growth = LogFixture.async(() -> write(2000, 10));

		TrackingEventStream stream = this.reader.store.openStream(null);
		assertThat(read(stream, FAR_BEHIND + 2000))
			.containsExactlyElementsOf(LongStream.rangeClosed(1, FAR_BEHIND + 2000L).boxed().toList());
		assertThat(read(recent, 2000)).hasSize(2000).isSorted().endsWith(FAR_BEHIND + 2000L);

		growth.get(1, TimeUnit.SECONDS);
		assertThat(stream.hasNextAvailable(50, TimeUnit.MILLISECONDS)).isFalse();
	}

	private TrackingEventStream openAtHead() {
		return this.reader.store.openStream(this.reader.store.createHeadToken());
	}

	/** Polls alone would take about a second each. */
	private long medianMillisUntilSeen(TrackingEventStream stream, int burst) throws InterruptedException {
		List<Long> millis = new ArrayList<>();
		for (int i = 0; i < 7; i++) {
			millis.add(millisUntilSeen(stream, burst));
		}
		return millis.stream().sorted().toList().get(3);
	}

	/**
	 * Measures from the last of some commits, which come so soon after each other that
	 * not each is notified at once.
	 */
	private long millisUntilSeen(TrackingEventStream stream, int burst) throws InterruptedException {
		String session = LogFixture.session();
		for (int sequence = 0; sequence < burst; sequence++) {
			Thread.sleep((sequence > 0) ? 2 : 20);
			this.writer.engine.appendEvents(LogFixture.event(session, sequence));
		}
		long start = System.nanoTime();
		for (int sequence = 0; sequence < burst; sequence++) {
			assertThat(stream.hasNextAvailable(10, TimeUnit.SECONDS)).isTrue();
			assertThat(((DomainEventMessage<?>) stream.nextAvailable()).getAggregateIdentifier()).isEqualTo(session);
		}
		return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
	}

	private void write(int events, int together) {
		IntStream.range(0, events / together).forEach((_) -> {
			String session = LogFixture.session();
			this.writer.engine.appendEvents(
					IntStream.range(0, together).mapToObj((sequence) -> LogFixture.event(session, sequence)).toList());
		});
		String session = LogFixture.session();
		List<DomainEventMessage<String>> rest = IntStream.range(0, events % together)
			.mapToObj((sequence) -> LogFixture.event(session, sequence))
			.toList();
		this.writer.engine.appendEvents(rest);
	}

	private static List<Long> read(TrackingEventStream stream, int events) {
		return IntStream.range(0, events).mapToObj((_) -> {
			try {
				assertThat(stream.hasNextAvailable(5, TimeUnit.SECONDS)).isTrue();
				TrackedEventMessage<?> event = stream.nextAvailable();
				return PostgresEventStorageEngine.position(event.trackingToken());
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		}).toList();
	}

}
