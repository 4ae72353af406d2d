package io.coachflow.saga.enrichment;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import javax.sql.DataSource;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import io.coachflow.contracts.enrichment.Agent;
import io.coachflow.contracts.enrichment.BusinessPackageCommand.Report;
import io.coachflow.contracts.enrichment.BusinessPackageCommand.StartAgent;
import io.coachflow.llm.SessionWork;
import io.coachflow.saga.SagaDatabase;
import io.coachflow.saga.agent.AgentTeam;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A node that runs jobs and polls often, on the table that all nodes share.
 */
final class JobNode implements AutoCloseable {

	/** How many generations of the logo were requested. */
	static final int GENERATIONS = 20;

	/** Long enough that a busy machine does not miss four of them. */
	static final Duration HEARTBEAT = Duration.ofMillis(500);

	static final Duration LONGEST_DELAY = Duration.ofMillis(50);

	/** The reports that the node sent to packages. */
	final Queue<Report> reports = new ConcurrentLinkedQueue<>();

	/** The database as the node reaches it. */
	final DataSource tables = new CuttableDataSource();

	final DurableAgentJobs jobs;

	final AgentScheduler scheduler;

	/** Thrown by the next report, once. */
	volatile @Nullable RuntimeException trouble;

	private volatile boolean cutOff;

	private Scheduler running;

	JobNode(AgentTeam team) {
		EventStore events = EmbeddedEventStore.builder().storageEngine(new InMemoryEventStorageEngine()).build();
		events.publish(
				List.of(new GenericDomainEventMessage<>("BusinessPackage", Events.PACKAGE, 0, Events.requested())));
		for (int generation = 2; generation <= GENERATIONS; generation++) {
			events.publish(List.of(new GenericDomainEventMessage<>("BusinessPackage", Events.PACKAGE, generation - 1,
					Events.requested(Agent.LOGO, generation))));
		}
		SimpleCommandBus bus = SimpleCommandBus.builder().build();
		for (Class<?> report : Report.class.getPermittedSubclasses()) {
			bus.subscribe(report.getName(), this::answer);
		}
		StoreBulkhead gate = new StoreBulkhead();
		Backoff backoff = new Backoff(Duration.ofMillis(10), LONGEST_DELAY);
		AgentRun run = new AgentRun(new AgentReporter(DefaultCommandGateway.builder().commandBus(bus).build(), gate),
				new Assignments(events, gate), team, new SessionWork(), backoff, 3, Clock.systemUTC());
		CustomTask<AgentJob> task = new AgentTask(run, backoff, gate, Clock.systemUTC(), () -> this.running).task();
		this.running = new EnrichmentConfiguration()
			.jobScheduler(
					tables, task, new EnrichmentProperties(16, 3, Duration.ofMillis(10), LONGEST_DELAY,
							Duration.ofMillis(20), HEARTBEAT, Duration.ZERO),
					new SimpleMeterRegistry(), Clock.systemUTC());
		this.scheduler = new AgentScheduler(this.running, true);
		this.jobs = new DurableAgentJobs(this.running, JdbcClient.create(this.tables), Clock.systemUTC());
	}

	private @Nullable Object answer(CommandMessage<?> command) {
		RuntimeException failure = this.trouble;
		if (failure != null) {
			this.trouble = null;
			throw failure;
		}
		this.reports.add((Report) command.getPayload());
		return (command.getPayload() instanceof StartAgent) ? true : null;
	}

	/** Cuts the node off from the database, or reconnects it. */
	void cutOff(boolean off) {
		this.cutOff = off;
	}

	@Override
	public void close() {
		this.cutOff = false;
		if (this.scheduler.isRunning()) {
			this.scheduler.stop();
		}
	}

	private final class CuttableDataSource extends DelegatingDataSource {

		CuttableDataSource() {
			super(SagaDatabase.dataSource());
		}

		@Override
		public Connection getConnection() throws SQLException {
			if (JobNode.this.cutOff) {
				throw new SQLException("The node is cut off");
			}
			return super.getConnection();
		}

	}

}
