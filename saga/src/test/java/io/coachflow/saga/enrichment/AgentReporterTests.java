package io.coachflow.saga.enrichment;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.ArrayList;
import java.util.Map;

import io.coachflow.contracts.enrichment.Agent;
import io.coachflow.contracts.enrichment.BusinessPackageCommand.FailAgent;
import io.coachflow.contracts.enrichment.BusinessPackageCommand.Report;
import io.coachflow.contracts.enrichment.BusinessPackageCommand.StartAgent;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class AgentReporterTests {

	private static final AgentJob JOB = AgentJob.first(Events.PACKAGE, Agent.SEO, 2, "trace-1");

	private static final Report END = new FailAgent(Events.PACKAGE, Agent.SEO, 2, 1, Events.FAULT);

	private final List<CommandMessage<?>> received = new ArrayList<>();

	/** The outcomes of the next commands, in order; later ones succeed. */
	private final Deque<RuntimeException> troubles = new ArrayDeque<>();

	private @Nullable Object answer = true;

	private final AgentReporter reporter;

	AgentReporterTests() {
		SimpleCommandBus bus = SimpleCommandBus.builder().build();
		for (Class<?> report : Report.class.getPermittedSubclasses()) {
			bus.subscribe(report.getName(), this::receive);
		}
		this.reporter = new AgentReporter(DefaultCommandGateway.builder().commandBus(bus).build(), new StoreBulkhead());
	}

	private @Nullable Object receive(CommandMessage<?> command) {
		this.received.add(command);
		if (!this.troubles.isEmpty()) {
			throw this.troubles.pop();
		}
		return this.answer;
	}

	@Test
	void tellsTheNumberOfTheAttemptAndItsTrace() {
		assertThat(this.reporter.start(JOB.failed().crashed())).isTrue();

		assertThat(this.received.getFirst().getPayload()).isEqualTo(new StartAgent(Events.PACKAGE, Agent.SEO, 2, 3));
		assertThat(this.received.getFirst().getMetaData()).isEqualTo(Map.of("traceId", "trace-1"));
	}

	@Test
	void withoutATraceThereIsNoMetadata() {
		this.reporter.end(END, null);

		assertThat(this.received.getFirst().getMetaData()).isEmpty();
	}

	@Test
	void onlyAYesIsAYes() {
		this.answer = false;
		assertThat(this.reporter.start(JOB)).isFalse();
		this.answer = null;
		assertThat(this.reporter.start(JOB)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 5, 9 })
	void whoIsOvertakenTellsItAgain(int conflicts) {
		overtaken(conflicts);

		assertThat(this.reporter.start(JOB)).isTrue();
		assertThat(this.received).hasSize(conflicts + 1);
	}

	@Test
	void afterTenConflictsTheStartIsGivenUp() {
		overtaken(10);

		assertThatExceptionOfType(ConcurrencyException.class).isThrownBy(() -> this.reporter.start(JOB));
		assertThat(this.received).hasSize(10);
	}

	@Test
	void aStartDoesNotWaitForALogThatIsAway() {
		this.troubles.add(new IllegalStateException("The log is away"));

		assertThatIllegalStateException().isThrownBy(() -> this.reporter.start(JOB));
		assertThat(this.received).hasSize(1);
	}

	@Test
	void anEndWaitsForALogThatIsAwayForAMoment() {
		this.troubles.add(new IllegalStateException("The log is away"));
		overtaken(2);

		this.reporter.end(END, null);

		assertThat(this.received).hasSize(4).allSatisfy((it) -> assertThat(it.getPayload()).isEqualTo(END));
	}

	@Test
	void aPackageThatIsNotThereIsNotWaitedFor() {
		this.troubles.add(new AggregateNotFoundException(Events.PACKAGE, "gone"));

		assertThatExceptionOfType(AggregateNotFoundException.class).isThrownBy(() -> this.reporter.end(END, null));
		assertThat(this.received).hasSize(1);
	}

	/** A node that stops interrupts its jobs, which must not wait then. */
	@Test
	void anInterruptEndsTheWaiting() {
		overtaken(10);
		Thread.currentThread().interrupt();

		assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> this.reporter.start(JOB));
		assertThat(Thread.interrupted()).isTrue();
		assertThat(this.received).hasSize(1);
	}

	private void overtaken(int conflicts) {
		for (int conflict = 0; conflict < conflicts; conflict++) {
			this.troubles.add(new ConcurrencyException("overtaken"));
		}
	}

}
