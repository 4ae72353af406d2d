package io.coachflow.query.businesspackage;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.coachflow.contracts.enrichment.Agent;
import io.coachflow.contracts.enrichment.BusinessPackageEvent;
import io.coachflow.query.projection.LiveSlots;
import io.coachflow.query.projection.Slot;
import io.coachflow.query.view.ViewLog.Happened;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.AbstractDataSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Reading while both Redis and the table are out of reach: the log is read.
 */
class PackageViewsTests {

	private static final Duration PATIENCE = Duration.ofSeconds(2);

	private final EmbeddedEventStore events = EmbeddedEventStore.builder()
		.storageEngine(new InMemoryEventStorageEngine())
		.build();

	private final LettuceConnectionFactory nowhere = nowhere();

	private final PackageSignals signals = new PackageSignals(this.events);

	private final PackageViews views = views();

	@AfterEach
	void close() {
		this.signals.stop();
		this.nowhere.destroy();
		this.events.shutDown();
	}

	@Test
	void theLogAnswersWithTheLastEvent() {
		PackageStory story = PackageStory.requested();
		publish(story, 0);
		assertThat(this.views.find(PackageStory.SESSION)).contains(story.view());

		story.starts(Agent.LOGO, 1, 1);
		publish(story, 1);
		assertThat(this.views.find(PackageStory.SESSION)).contains(story.view());
	}

	@Test
	void aPackageThatIsAskedForInAMomentIsWaitedFor() throws Exception {
		PackageStory story = PackageStory.requested();
		CompletableFuture<Void> saga = CompletableFuture.runAsync(() -> publish(story, 0),
				CompletableFuture.delayedExecutor(300, TimeUnit.MILLISECONDS));
		long begun = System.nanoTime();

		Optional<PackageView> found = this.views.findSoon(PackageStory.SESSION);

		assertThat(found).contains(story.view());
		assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(PATIENCE);
		saga.join();
	}

	@Test
	void aPackageThatNobodyAsksForIsNotWaitedForLong() throws Exception {
		long begun = System.nanoTime();

		assertThat(this.views.findSoon(PackageStory.SESSION)).isEmpty();

		assertThat(Duration.ofNanos(System.nanoTime() - begun)).isBetween(PATIENCE.dividedBy(2),
				PATIENCE.multipliedBy(2));
	}

	private void publish(PackageStory story, int from) {
		for (Happened<BusinessPackageEvent> it : story.events().subList(from, story.events().size())) {
			this.events.publish(new GenericDomainEventMessage<>("BusinessPackage", PackageStory.ID, it.sequence(),
					it.event(), Map.of(), PackageStory.ID + it.sequence(), it.time()));
		}
	}

	private PackageViews views() {
		AbstractDataSource away = new AbstractDataSource() {
			@Override
			public Connection getConnection() throws SQLException {
				throw new SQLException("The connection was refused", "08001");
			}

			@Override
			public Connection getConnection(String username, String password) throws SQLException {
				return getConnection();
			}
		};
		JsonMapper mapper = new JsonMapper();
		LiveSlots slots = (_) -> Slot.BLUE;
		PackageConfiguration configuration = new PackageConfiguration();
		return new PackageViews(configuration.packageViewReader(
				configuration.packageViewTables(JdbcClient.create(away), new NamedParameterJdbcTemplate(away), mapper,
						slots),
				configuration.packageViewCaches(new StringRedisTemplate(this.nowhere), mapper, Clock.systemUTC(),
						Duration.ofHours(2), slots),
				configuration.packageViewLog(this.events)), this.signals);
	}

	private static LettuceConnectionFactory nowhere() {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			LettuceConnectionFactory factory = new LettuceConnectionFactory(
					new RedisStandaloneConfiguration("127.0.0.1", socket.getLocalPort()));
			factory.start();
			return factory;
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
