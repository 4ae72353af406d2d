package io.coachflow.eventlog.postgres;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.coachflow.eventlog.postgres.CuttingProxy.Cut;
import io.coachflow.eventlog.postgres.LogFixture.Hold;
import org.axonframework.eventhandling.DomainEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The appender's connection is lost with appends in flight: callers are told what became
 * of their append.
 */
class LostConnectionIT {

	/** A server of its own, because the test ends all its connections. */
	private static final TestPostgres POSTGRES = new TestPostgres();

	private final LogFixture log = LogFixture.create(POSTGRES);

	private final CuttingProxy line = new CuttingProxy(POSTGRES);

	private LogNode node;

	LostConnectionIT() throws IOException {
	}

	@BeforeEach
	void start() {
		this.node = this.log.node(this.line.url(this.log.url()));
		this.node.engine.appendEvents(LogFixture.event(LogFixture.session(), 0));
	}

	@AfterEach
	void close() {
		this.log.close();
		this.line.close();
	}

	@ParameterizedTest
	@EnumSource
	void wheneverTheLineIsCutTheAppendSucceedsOnce(Cut cut) throws Exception {
		String session = LogFixture.session();
		List<DomainEventMessage<?>> events = List.of(LogFixture.event(session, 0), LogFixture.event(session, 1));

		this.line.cutAt(cut);
		this.node.engine.appendEvents(events);
		this.node.engine.appendEvents(LogFixture.event(session, 2));

		assertThat(this.log.eventIds()).hasSize(4)
			.containsOnlyOnce(events.get(0).getIdentifier(), events.get(1).getIdentifier());
		assertThat(this.log.lastIndex()).isEqualTo(4);
	}

	@Test
	void aStatementThatStillRunsIsEndedBeforeItIsRepeated() throws Exception {
		DomainEventMessage<?> event = LogFixture.event(LogFixture.GATED, 0);
		CompletableFuture<Void> append;
		try (Hold _ = this.log.closeGate()) {
			this.line.cutAt(Cut.WORK);
			append = LogFixture.append(this.node, event);
			this.log.awaitBlocked();
			Thread.sleep(500);
			assertThat(append).isNotDone();
		}

		append.get(4, TimeUnit.SECONDS);
		assertThat(this.log.eventIds()).hasSize(2).containsOnlyOnce(event.getIdentifier());
	}

	@Test
	void aStatementWhoseBackendIsKilledIsRepeated() throws Exception {
		DomainEventMessage<?> event = LogFixture.event(LogFixture.GATED, 0);
		CompletableFuture<Void> append;
		try (Hold _ = this.log.closeGate()) {
			append = LogFixture.append(this.node, event);
			this.log.awaitBlocked();
			this.log.terminate("coachflow-appender");
		}

		append.get(4, TimeUnit.SECONDS);
		assertThat(this.log.eventIds()).hasSize(2).containsOnlyOnce(event.getIdentifier());
	}

	@Test
	void whereSomebodyElseWasFasterTheRepetitionIsAConflict() throws Exception {
		String session = LogFixture.session();
		DomainEventMessage<?> faster = LogFixture.event(session, 0);
		LogNode other = this.log.node();

		this.line.setDown(true);
		this.line.cutAt(Cut.STATEMENT);
		CompletableFuture<Void> append = LogFixture.append(this.node, LogFixture.event(session, 0));
		Thread.sleep(300);
		other.engine.appendEvents(faster);
		this.line.setDown(false);

		assertThat(append).failsWithin(2, TimeUnit.SECONDS)
			.withThrowableOfType(Exception.class)
			.withMessageContaining("The sequence is taken");
		assertThat(this.log.eventIds()).hasSize(2).contains(faster.getIdentifier());
	}

	/** Takes about five seconds, because the caller waits until its timeout. */
	@Test
	void whileNothingCanBeLookedUpNothingIsClaimed() throws Exception {
		DomainEventMessage<?> written = LogFixture.event(LogFixture.session(), 0);
		DomainEventMessage<?> lost = LogFixture.event(LogFixture.session(), 0);

		this.line.setDown(true);
		this.line.cutAt(Cut.ANSWER);
		CompletableFuture<Void> append = LogFixture.append(this.node, written);
		Thread.sleep(200);
		CompletableFuture<Void> next = LogFixture.append(this.node, lost);

		assertThat(append).failsWithin(6, TimeUnit.SECONDS)
			.withThrowableOfType(Exception.class)
			.withCauseInstanceOf(LogUnavailableException.class)
			.withMessageContaining("not known yet");
		assertThat(next).failsWithin(2, TimeUnit.SECONDS)
			.withThrowableOfType(Exception.class)
			.withMessageContaining("nothing was written");
		this.line.setDown(false);
		this.node.engine.appendEvents(LogFixture.event(LogFixture.session(), 0));
		assertThat(this.log.eventIds()).hasSize(3).contains(written.getIdentifier());
	}

}
