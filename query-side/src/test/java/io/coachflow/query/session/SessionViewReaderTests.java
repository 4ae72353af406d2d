package io.coachflow.query.session;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import io.coachflow.query.projection.Slot;
import io.coachflow.query.recent.RecentWrites;
import io.coachflow.query.view.ViewReader;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Reading while Redis is out of reach: the log is read, once for concurrent readers.
 */
class SessionViewReaderTests {

	private final AtomicInteger folds = new AtomicInteger();

	private final EmbeddedEventStore events = EmbeddedEventStore.builder()
		.storageEngine(new InMemoryEventStorageEngine() {
			@Override
			public DomainEventStream readEvents(String aggregateIdentifier, long firstSequenceNumber) {
				SessionViewReaderTests.this.folds.incrementAndGet();
				pause();
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

	private final RecentWrites recentWrites = new RecentWrites(this.events);

	private final LettuceConnectionFactory nowhere = nowhere();

	private final ViewReader<SessionView> views = views();

	@AfterEach
	void close() {
		this.nowhere.destroy();
		this.events.shutDown();
	}

	@Test
	void fiftyReadersOfOneSessionFoldItOnce() throws Exception {
		String session = published();

		try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<Optional<SessionView>>> reads = new ArrayList<>();
			for (int i = 0; i < 50; i++) {
				reads.add(readers.submit(() -> this.views.find(session)));
			}
			for (Future<Optional<SessionView>> read : reads) {
				assertThat(read.get()).get().extracting(SessionView::sessionId).isEqualTo(session);
			}
		}

		assertThat(this.folds).hasValueLessThan(5);
	}

	@Test
	void anUnknownSessionIsNobodys() {
		assertThat(this.views.find(UUID.randomUUID().toString())).isEmpty();
	}

	@Test
	void whatThisNodeWroteIsRemembered() {
		String session = published();

		assertThat(this.recentWrites.of("demo")).containsOnly(Map.entry(session, 0L));
		assertThat(this.recentWrites.of("somebody else")).isEmpty();
	}

	private ViewReader<SessionView> views() {
		SessionViewConfiguration configuration = new SessionViewConfiguration();
		return configuration.sessionViewReader(
				configuration.sessionViewCaches(new StringRedisTemplate(this.nowhere), new JsonMapper(),
						Clock.fixed(SessionViewTests.START, ZoneOffset.UTC), (_) -> Slot.BLUE),
				configuration.sessionViewLog(this.events));
	}

	private String published() {
		String session = UUID.randomUUID().toString();
		this.events.publish(new GenericDomainEventMessage<>("CoachingSession", session, 0,
				SessionViewTests.started(session), MetaData.with("user_id", "demo")));
		return session;
	}

	private static LettuceConnectionFactory nowhere() {
		LettuceConnectionFactory factory = new LettuceConnectionFactory(
				new RedisStandaloneConfiguration("127.0.0.1", freePort()));
		factory.start();
		return factory;
	}

	private static int freePort() {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void pause() {
		try {
			Thread.sleep(300);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
