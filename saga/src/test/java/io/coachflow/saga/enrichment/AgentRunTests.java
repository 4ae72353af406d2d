package io.coachflow.saga.enrichment;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

import io.coachflow.contracts.enrichment.Agent;
import io.coachflow.contracts.enrichment.AgentFault;
import io.coachflow.contracts.enrichment.BusinessPackageCommand.DelayAgent;
import io.coachflow.contracts.enrichment.BusinessPackageCommand.FailAgent;
import io.coachflow.contracts.enrichment.BusinessPackageCommand.Report;
import io.coachflow.contracts.enrichment.BusinessPackageCommand.StartAgent;
import io.coachflow.contracts.enrichment.BusinessPackageCommand.SucceedAgent;
import io.coachflow.llm.SessionWork;
import io.coachflow.saga.agent.AgentException;
import io.coachflow.saga.agent.Assignment;
import io.coachflow.saga.enrichment.AgentRun.Next;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class AgentRunTests {

	private static final AgentJob JOB = AgentJob.first(Events.PACKAGE, Agent.LOGO, 1, "trace-1");

	private static final Next DONE = new Next.Done();

	private final List<Report> reports = new ArrayList<>();

	private final List<Object> traces = new ArrayList<>();

	private final List<Assignment> assignments = new ArrayList<>();

	/** The outcomes of the next reports, in order; later ones succeed. */
	private final Deque<RuntimeException> troubles = new ArrayDeque<>();

	private boolean wanted = true;

	private boolean stopping;

	private Supplier<RuntimeException> trouble = () -> null;

	private final SessionWork work = new SessionWork();

	private AgentRun run;

	@BeforeEach
	void prepare() {
		EventStore events = EmbeddedEventStore.builder().storageEngine(new InMemoryEventStorageEngine()).build();
		events.publish(
				List.of(new GenericDomainEventMessage<>("BusinessPackage", Events.PACKAGE, 0, Events.requested())));
		SimpleCommandBus bus = SimpleCommandBus.builder().build();
		for (Class<?> report : Report.class.getPermittedSubclasses()) {
			bus.subscribe(report.getName(), this::answer);
		}
		StoreBulkhead gate = new StoreBulkhead();
		this.run = new AgentRun(new AgentReporter(DefaultCommandGateway.builder().commandBus(bus).build(), gate),
				new Assignments(events, gate), (assignment) -> {
					this.assignments.add(assignment);
					RuntimeException failure = this.trouble.get();
					if (failure != null) {
						throw failure;
					}
					return Events.MADE;
				}, this.work, new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(5)), 3,
				Clock.fixed(Events.NOW, ZoneOffset.UTC));
	}

	private Object answer(CommandMessage<?> command) {
		if (!this.troubles.isEmpty()) {
			throw this.troubles.pop();
		}
		this.reports.add((Report) command.getPayload());
		this.traces.add(command.getMetaData().get("traceId"));
		return (command.getPayload() instanceof StartAgent) ? this.wanted : null;
	}

	@Test
	void aResultIsReportedBeforeTheJobIsDone() {
		assertThat(run(JOB)).isEqualTo(DONE);

		assertThat(this.reports).containsExactly(new StartAgent(Events.PACKAGE, Agent.LOGO, 1, 1), new SucceedAgent(
				Events.PACKAGE, Agent.LOGO, 1, 1, Events.MADE.source(), Events.MADE.result(), Events.MADE.receipt()));
		assertThat(this.assignments).containsExactly(new Assignment(Agent.LOGO, Events.SESSION, Events.BRIEF, 1));
		assertThat(this.traces).containsOnly("trace-1");
	}

	@Test
	void whatIsNotWantedAnyMoreIsNotMade() {
		this.wanted = false;

		assertThat(run(JOB)).isEqualTo(DONE);
		assertThat(this.assignments).isEmpty();
		assertThat(this.reports).hasSize(1);
	}

	@Test
	void aJobWithoutAPackageIsDropped() {
		this.troubles.add(new AggregateNotFoundException(Events.PACKAGE, "gone"));

		assertThat(run(JOB)).isEqualTo(DONE);
		assertThat(this.assignments).isEmpty();
	}

	@Test
	void aFailureIsReportedAndTriedAgainLater() {
		this.trouble = () -> new AgentException(Events.FAULT, true, null, null);

		Next next = run(JOB);

		DelayAgent delayed = (DelayAgent) this.reports.get(1);
		assertThat(next).isEqualTo(new Next.Again(JOB.failed(), delayed.retryAt()));
		assertThat(delayed.fault()).isEqualTo(Events.FAULT);
		assertThat(delayed.retryAt()).isBetween(Events.NOW.plusSeconds(1), Events.NOW.plusSeconds(2));
	}

	@Test
	void aProviderThatAsksToWaitIsWaitedFor() {
		this.trouble = () -> new AgentException(Events.FAULT, true, Duration.ofSeconds(40), null);

		assertThat(((Next.Again) run(JOB)).at()).isBetween(Events.NOW.plusSeconds(40), Events.NOW.plusSeconds(42));
	}

	@Test
	void whatIsMadeOfASessionThatIsDeletedMeanwhileIsNotAResult() {
		for (RuntimeException failure : new RuntimeException[] { null,
				new AgentException(Events.FAULT, true, null, null) }) {
			this.trouble = () -> {
				this.work.cutOff(Events.SESSION);
				return failure;
			};

			assertThat(run(JOB)).isEqualTo(DONE);
			assertThat(((FailAgent) this.reports.getLast()).fault().message()).isEqualTo("The session was deleted");
		}
		this.trouble = () -> null;
		assertThat(run(JOB)).isEqualTo(DONE);
		assertThat(this.reports.getLast()).isInstanceOf(SucceedAgent.class);
	}

	@Test
	void theLastAttemptsFailureIsTheAgents() {
		this.trouble = () -> new AgentException(Events.FAULT, true, null, null);
		AgentJob last = JOB.failed().crashed().failed();

		assertThat(run(last)).isEqualTo(DONE);
		assertThat(this.reports.getLast()).isEqualTo(new FailAgent(Events.PACKAGE, Agent.LOGO, 1, 4, Events.FAULT));
	}

	@Test
	void whatWouldFailAgainIsNotTriedAgain() {
		this.trouble = () -> new AgentException(Events.FAULT, false, null, null);

		assertThat(run(JOB)).isEqualTo(DONE);
		assertThat(this.reports.getLast()).isEqualTo(new FailAgent(Events.PACKAGE, Agent.LOGO, 1, 1, Events.FAULT));
	}

	@Test
	void anUnexpectedFailureIsTheServicesAndTellsNothingOfTheAnswers() {
		this.trouble = () -> new IllegalArgumentException("Trois tables à Dakar");

		assertThat(run(JOB)).isInstanceOf(Next.Again.class);
		AgentFault fault = ((DelayAgent) this.reports.getLast()).fault();
		assertThat(fault.kind()).isEqualTo(AgentFault.Kind.INTERNAL);
		assertThat(fault.message()).contains("IllegalArgumentException").doesNotContain("Dakar");
	}

	@Test
	void anAgentThatTakesItsNodeWithItIsGivenUpInTheEnd() {
		AgentJob job = JOB;
		for (int crashes = 0; crashes < 10; crashes++) {
			job = job.crashed();
		}

		assertThat(run(job)).isEqualTo(DONE);
		assertThat(this.assignments).isEmpty();
		assertThat(((FailAgent) this.reports.getFirst()).attempt()).isEqualTo(11);
	}

	@Test
	void aNodeThatStopsLeavesItsJobsAsTheyAre() {
		this.stopping = true;
		this.trouble = () -> new AgentException(Events.FAULT, true, null, new InterruptedException());

		assertThat(run(JOB)).isEqualTo(new Next.Again(JOB, Events.NOW));
		assertThat(this.reports).hasSize(1);
	}

	@Test
	void whoeverIsOvertakenTellsItAgain() {
		for (int conflicts = 0; conflicts < 6; conflicts++) {
			this.troubles.add(new ConcurrencyException("overtaken"));
		}

		assertThat(run(JOB)).isEqualTo(DONE);
		assertThat(this.reports).hasSize(2);
	}

	@Test
	void aLogOutOfReachFailsNoAgent() {
		this.troubles.add(new IllegalStateException("The log is away"));

		assertThatIllegalStateException().isThrownBy(() -> run(JOB));
		assertThat(this.assignments).isEmpty();
		assertThat(run(JOB)).isEqualTo(DONE);
	}

	@Test
	void aResultWaitsForALogThatIsAwayForAMoment() {
		this.trouble = () -> {
			this.troubles.add(new IllegalStateException("The log is away"));
			this.troubles.add(new IllegalStateException("The log is away"));
			return null;
		};

		assertThat(run(JOB)).isEqualTo(DONE);
		assertThat(this.reports.getLast()).isInstanceOf(SucceedAgent.class);
		assertThat(this.assignments).hasSize(1);
	}

	@Test
	void aResultThatFindsNoPackageEndsItsJob() {
		this.trouble = () -> {
			this.troubles.add(new AggregateNotFoundException(Events.PACKAGE, "gone"));
			return null;
		};

		assertThat(run(JOB)).isEqualTo(DONE);
	}

	@Test
	void conflictsWithoutEndAreLeftToTheNextRun() {
		for (int conflicts = 0; conflicts < 10; conflicts++) {
			this.troubles.add(new ConcurrencyException("overtaken"));
		}

		assertThatExceptionOfType(ConcurrencyException.class).isThrownBy(() -> run(JOB));
	}

	private Next run(AgentJob job) {
		return this.run.of(job, () -> this.stopping);
	}

}
