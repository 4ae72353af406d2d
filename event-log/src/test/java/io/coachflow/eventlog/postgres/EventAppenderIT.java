package io.coachflow.eventlog.postgres;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.coachflow.eventlog.postgres.LogFixture.Hold;
import org.axonframework.eventhandling.DomainEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Callers that wait for the appender.
 */
class EventAppenderIT {

	private static final int MAX_WAITING = 2048;

	private final LogFixture log = LogFixture.create();

	private final LogNode node = this.log.node();

	@AfterEach
	void close() {
		this.log.close();
	}

	@Test
	void whereTooManyWaitTheNextIsToldAtOnce() {
		CompletableFuture<Void> all;
		try (Hold _ = this.log.holdHead()) {
			CompletableFuture<Void> first = append();
			this.log.awaitBlocked();
			all = allOf(Stream.concat(Stream.of(first), IntStream.range(0, MAX_WAITING).mapToObj((_) -> append())));
			LogFixture.awaitBacklog(this.node, MAX_WAITING);

			assertThat(append()).failsWithin(Duration.ofMillis(300))
				.withThrowableOfType(Exception.class)
				.withCauseInstanceOf(LogUnavailableException.class)
				.withMessageContaining("nothing was written");
		}

		assertThat(all).succeedsWithin(4, TimeUnit.SECONDS);
		assertThat(this.log.eventIds()).hasSize(MAX_WAITING + 1);
		assertThat(this.log.lastIndex()).isEqualTo(MAX_WAITING + 1);
	}

	@Test
	void whoIsInterruptedWhileWaitingLeavesNothingAndStaysInterrupted() throws Exception {
		CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
		Thread caller = caller(LogFixture.event(LogFixture.session(), 0), interrupted);
		CompletableFuture<Void> first;
		try (Hold _ = this.log.holdHead()) {
			first = append();
			this.log.awaitBlocked();
			caller.start();
			LogFixture.awaitBacklog(this.node, 1);
			caller.interrupt();

			assertThatExceptionOfType(Exception.class).isThrownBy(() -> interrupted.get(1, TimeUnit.SECONDS))
				.withCauseInstanceOf(LogUnavailableException.class)
				.withMessageContaining("nothing was written");
		}
		caller.join();

		first.get(4, TimeUnit.SECONDS);
		append().get(4, TimeUnit.SECONDS);
		assertThat(this.log.eventIds()).hasSize(2);
	}

	@Test
	void whoIsInterruptedInFlightIsToldTheTruthAndStaysInterrupted() throws Exception {
		CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
		Thread caller = caller(LogFixture.event(LogFixture.session(), 0), interrupted);
		try (Hold _ = this.log.holdHead()) {
			caller.start();
			this.log.awaitBlocked();
			caller.interrupt();
			Thread.sleep(100);
		}

		assertThat(interrupted.get(4, TimeUnit.SECONDS)).isTrue();
		assertThat(this.log.eventIds()).hasSize(1);
	}

	@Test
	void whatWaitsIsWrittenBeforeTheNodeStops() throws Exception {
		CompletableFuture<Void> all;
		CompletableFuture<Void> stopped;
		try (Hold _ = this.log.holdHead()) {
			CompletableFuture<Void> first = append();
			this.log.awaitBlocked();
			all = allOf(Stream.concat(Stream.of(first), IntStream.range(0, 20).mapToObj((_) -> append())));
			LogFixture.awaitBacklog(this.node, 20);
			stopped = LogFixture.async(this.node::close);
			Thread.sleep(200);
			assertThat(stopped).isNotDone();
		}

		assertThat(all).succeedsWithin(4, TimeUnit.SECONDS);
		assertThat(stopped).succeedsWithin(4, TimeUnit.SECONDS);
		assertThat(this.log.eventIds()).hasSize(21);
		assertThat(append()).failsWithin(Duration.ofMillis(300));
	}

	@Test
	void aSequenceThatWouldLeaveAGapIsRefused() {
		String session = LogFixture.session();
		assertThatIllegalStateException().isThrownBy(() -> this.node.engine.appendEvents(LogFixture.event(session, 1)));
		this.node.engine.appendEvents(LogFixture.event(session, 0));

		assertThatIllegalStateException().isThrownBy(() -> this.node.engine.appendEvents(LogFixture.event(session, 2)))
			.withMessageContaining("gap");
		assertThat(this.log.eventIds()).hasSize(1);
	}

	private Thread caller(DomainEventMessage<?> event, CompletableFuture<Boolean> interrupted) {
		return Thread.ofVirtual().unstarted(() -> {
			try {
				this.node.engine.appendEvents(List.of(event));
				interrupted.complete(Thread.currentThread().isInterrupted());
			}
			catch (LogUnavailableException ex) {
				interrupted.completeExceptionally(
						Thread.currentThread().isInterrupted() ? ex : new AssertionError("The interruption got lost"));
			}
		});
	}

	private CompletableFuture<Void> append() {
		return LogFixture.append(this.node, LogFixture.event(LogFixture.session(), 0));
	}

	private static CompletableFuture<Void> allOf(Stream<CompletableFuture<Void>> appends) {
		return CompletableFuture.allOf(appends.toArray(CompletableFuture[]::new));
	}

}
