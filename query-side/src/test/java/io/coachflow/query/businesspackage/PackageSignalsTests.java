package io.coachflow.query.businesspackage;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.coachflow.contracts.enrichment.Agent;
import io.coachflow.contracts.enrichment.BusinessPackageEvent.AgentStarted;
import io.coachflow.contracts.enrichment.PackageIds;
import io.coachflow.contracts.session.CoachingSessionEvent.SessionDeleted;
import io.coachflow.query.businesspackage.PackageSignals.Watch;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PackageSignalsTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	private static final Duration SHORT = Duration.ofMillis(200);

	private final AtomicInteger failuresLeft = new AtomicInteger();

	private final EmbeddedEventStore events = new EmbeddedEventStore(
			EmbeddedEventStore.builder().storageEngine(new InMemoryEventStorageEngine())) {
		@Override
		public TrackingEventStream openStream(@Nullable TrackingToken token) {
			if (PackageSignalsTests.this.failuresLeft.getAndDecrement() > 0) {
				throw new IllegalStateException("The log is away");
			}
			return super.openStream(token);
		}
	};

	private final PackageSignals signals = new PackageSignals(this.events);

	private final String session = UUID.randomUUID().toString();

	@AfterEach
	void stop() {
		this.signals.stop();
		this.events.shutDown();
	}

	@Test
	void whatHappensToThePackageOrItsSessionWakesItsWatchers() throws Exception {
		try (Watch watch = opened(this.session)) {
			publishPackageEvent(this.session);
			assertThat(watch.await(LONG)).isTrue();

			this.events.publish(new GenericDomainEventMessage<>("CoachingSession", this.session, 0,
					new SessionDeleted(this.session)));
			assertThat(watch.await(LONG)).isTrue();
		}
	}

	@Test
	void otherPackagesWakeNobody() throws Exception {
		try (Watch watch = opened(this.session)) {
			publishPackageEvent(UUID.randomUUID().toString());

			assertThat(watch.await(SHORT)).isFalse();
		}
	}

	@Test
	void aLogThatWasAwayIsFollowedAgainAndEverybodyLooksForThemselves() throws Exception {
		this.failuresLeft.set(2);

		try (Watch watch = this.signals.watch(this.session)) {
			publishPackageEvent(this.session);

			assertThat(watch.await(LONG)).as("Woken, though the event came before the log could be followed").isTrue();
			publishPackageEvent(this.session);
			assertThat(watch.await(LONG)).isTrue();
		}
	}

	@Test
	void whoWaitsWhenTheServiceStopsIsLetGo() throws Exception {
		try (Watch watch = opened(this.session)) {
			CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(() -> await(watch));
			Thread.sleep(100);

			this.signals.stop();

			assertThat(waiting.get(5, TimeUnit.SECONDS)).isFalse();
			assertThat(watch.await(LONG)).isFalse();
			assertThat(this.signals.isRunning()).isFalse();
		}
	}

	/** A watch that was signalled once, so that the log is being followed. */
	private Watch opened(String sessionId) throws InterruptedException {
		Watch watch = this.signals.watch(sessionId);
		assertThat(watch.await(LONG)).isTrue();
		return watch;
	}

	private void publishPackageEvent(String sessionId) {
		String id = PackageIds.of(sessionId);
		this.events.publish(new GenericDomainEventMessage<>("BusinessPackage", id,
				this.events.lastSequenceNumberFor(id).map((last) -> last + 1).orElse(0L),
				new AgentStarted(id, sessionId, Agent.SEO, 1, 1)));
	}

	private static boolean await(Watch watch) {
		try {
			return watch.await(LONG);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
