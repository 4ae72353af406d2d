package io.coachflow.eventlog.postgres;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.coachflow.eventlog.postgres.LogFixture.Hold;
import org.axonframework.eventhandling.DomainEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Somebody keeps the head of the log for longer than the appender waits for it.
 */
class HeldHeadIT {

	private final LogFixture log = LogFixture.create();

	@AfterEach
	void close() {
		this.log.close();
	}

	@Test
	void callersAreToldAndTheLogGoesOn() throws Exception {
		LogNode node = this.log.node();
		String session = LogFixture.session();
		DomainEventMessage<?> first = LogFixture.event(session, 0);
		DomainEventMessage<?> refused = LogFixture.event(session, 1);
		DomainEventMessage<?> late = LogFixture.event(LogFixture.session(), 0);
		DomainEventMessage<?> afterwards = LogFixture.event(session, 1);
		node.engine.appendEvents(first);
		CompletableFuture<Void> queued;
		try (Hold _ = this.log.holdHead()) {
			CompletableFuture<Void> inFlight = LogFixture.append(node, refused);
			this.log.awaitBlocked();
			Thread.sleep(1000);
			queued = LogFixture.append(node, late);

			assertThat(inFlight).failsWithin(3, TimeUnit.SECONDS)
				.withThrowableOfType(Exception.class)
				.withCauseInstanceOf(LogUnavailableException.class)
				.withMessageContaining("nothing was written");
			Thread.sleep(1500);
		}

		assertThat(queued).succeedsWithin(2, TimeUnit.SECONDS);
		node.engine.appendEvents(afterwards);

		assertThat(this.log.eventIds()).containsExactly(first.getIdentifier(), late.getIdentifier(),
				afterwards.getIdentifier());
		assertThat(this.log.lastIndex()).isEqualTo(3);
	}

}
