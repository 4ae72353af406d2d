package io.coachflow.saga.enrichment;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import io.coachflow.contracts.enrichment.Agent;
import io.coachflow.contracts.enrichment.BusinessPackageCommand.DelayAgent;
import io.coachflow.contracts.enrichment.BusinessPackageCommand.FailAgent;
import io.coachflow.contracts.enrichment.BusinessPackageCommand.Report;
import io.coachflow.contracts.enrichment.BusinessPackageCommand.StartAgent;
import io.coachflow.contracts.enrichment.BusinessPackageCommand.SucceedAgent;
import io.coachflow.saga.SagaDatabase;
import io.coachflow.saga.agent.AgentException;
import io.coachflow.saga.agent.AgentTeam;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Jobs in a real table, run by one node or by two.
 */
@Timeout(60)
class DurableAgentJobsIT {

	private static final AgentTeam WELL = (_) -> Events.MADE;

	private static final AgentJob LOGO = AgentJob.first(Events.PACKAGE, Agent.LOGO, 1, "trace-1");

	private final JdbcClient jdbc = JdbcClient.create(SagaDatabase.dataSource());

	@BeforeEach
	void empty() {
		this.jdbc.sql("TRUNCATE scheduled_tasks").update();
	}

	@Test
	void aJobRunsAtOnceAndLeavesNothingBehind() {
		try (JobNode node = started(WELL)) {
			node.jobs.schedule(LOGO);

			await().until(() -> rows() == 0);
			assertThat(node.reports).containsExactly(new StartAgent(Events.PACKAGE, Agent.LOGO, 1, 1),
					new SucceedAgent(Events.PACKAGE, Agent.LOGO, 1, 1, Events.MADE.source(), Events.MADE.result(),
							Events.MADE.receipt()));
		}
	}

	@Test
	void aJobWaitsInItsRowForANodeThatRunsJobs() {
		try (JobNode other = new JobNode(WELL)) {
			other.jobs.schedule(LOGO);
			assertThat(rows()).isOne();
			assertThat(data(LOGO)).isEqualTo(LOGO);
			assertThat(other.reports).isEmpty();
		}
		try (JobNode node = started(WELL)) {
			await().until(() -> rows() == 0);
			assertThat(node.reports).hasSize(2);
		}
	}

	@Test
	void aJobThatIsThereStaysAsItIs() {
		try (JobNode node = new JobNode(WELL)) {
			node.jobs.schedule(LOGO.failed());
			node.jobs.schedule(LOGO);

			assertThat(rows()).isOne();
			assertThat(data(LOGO).failures()).isOne();
		}
	}

	@Test
	void aJobIsScheduledWithItsTransactionOrNotAtAll() {
		try (JobNode node = new JobNode(WELL)) {
			TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(node.tables));
			transactions.executeWithoutResult((transaction) -> {
				node.jobs.schedule(LOGO);
				transaction.setRollbackOnly();
			});
			assertThat(rows()).isZero();

			transactions.executeWithoutResult((_) -> node.jobs.schedule(LOGO));
			assertThat(rows()).isOne();
		}
	}

	@Test
	void aUnitOfWorkWakesItsNodeAfterItsCommit() {
		try (JobNode node = started(WELL)) {
			UnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(null);
			for (Agent agent : Agent.values()) {
				node.jobs.schedule(AgentJob.first(Events.PACKAGE, agent, 1, null));
			}
			unit.commit();

			await().until(() -> rows() == 0);
			assertThat(node.reports).hasSize(2 * Agent.values().length);
		}
	}

	@Test
	void whatFailsRunsAgainAndCountsItsFailures() {
		AtomicInteger attempts = new AtomicInteger();
		try (JobNode node = started((_) -> {
			if (attempts.incrementAndGet() < 3) {
				throw new AgentException(Events.FAULT, true, null, null);
			}
			return Events.MADE;
		})) {
			node.jobs.schedule(LOGO);

			await().until(() -> rows() == 0);
			assertThat(node.reports).extracting((report) -> (Object) report.getClass())
				.containsExactly(StartAgent.class, DelayAgent.class, StartAgent.class, DelayAgent.class,
						StartAgent.class, SucceedAgent.class);
			assertThat(((SucceedAgent) last(node)).attempt()).isEqualTo(3);
		}
	}

	@Test
	void theLastAttemptsFailureEndsTheJob() {
		try (JobNode node = started((_) -> {
			throw new AgentException(Events.FAULT, true, null, null);
		})) {
			node.jobs.schedule(LOGO);

			await().until(() -> rows() == 0);
			assertThat(last(node)).isEqualTo(new FailAgent(Events.PACKAGE, Agent.LOGO, 1, 3, Events.FAULT));
		}
	}

	/** The log does not know of the attempt, so it must not count. */
	@Test
	void aLogOutOfReachCostsNoAttempt() {
		try (JobNode node = started(WELL)) {
			node.trouble = new IllegalStateException("The log is away");
			node.jobs.schedule(LOGO);

			await().until(() -> rows() == 0);
			assertThat(((SucceedAgent) last(node)).attempt()).isOne();
		}
	}

	@Test
	void twoNodesRunEachJobOnce() {
		Map<Integer, AtomicInteger> made = new ConcurrentHashMap<>();
		AgentTeam counting = (assignment) -> {
			made.computeIfAbsent(assignment.generation(), (_) -> new AtomicInteger()).incrementAndGet();
			return Events.MADE;
		};
		try (JobNode one = started(counting); JobNode other = started(counting)) {
			IntStream.rangeClosed(1, JobNode.GENERATIONS)
				.forEach((generation) -> ((generation % 2 == 0) ? one : other).jobs
					.schedule(AgentJob.first(Events.PACKAGE, Agent.LOGO, generation, null)));

			await().until(() -> rows() == 0);
			assertThat(made).hasSize(20);
			assertThat(made.values()).allSatisfy((times) -> assertThat(times).hasValue(1));
			assertThat(one.reports.size() + other.reports.size()).isEqualTo(40);
		}
	}

	@Test
	void aDeadNodesJobIsTakenOverAndTheDeadNodeLeavesItAlone() {
		CountDownLatch comesBack = new CountDownLatch(1);
		CountDownLatch atWork = new CountDownLatch(1);
		try (JobNode dead = started((_) -> {
			atWork.countDown();
			awaitOpening(comesBack);
			return Events.MADE;
		})) {
			dead.jobs.schedule(LOGO);
			awaitOpening(atWork);
			dead.cutOff(true);
			try (JobNode alive = started(WELL)) {
				await().until(() -> rows() == 0);

				assertThat(alive.reports).startsWith(new StartAgent(Events.PACKAGE, Agent.LOGO, 1, 2)).hasSize(2);
				assertThat(((SucceedAgent) last(alive)).attempt()).isEqualTo(2);
				// The same job anew, as another generation of it would be
				this.jdbc.sql("""
						INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, version)
						VALUES ('run-agent', ?, now() + interval '1 hour', false, 1)""").param(LOGO.id()).update();
			}
			dead.cutOff(false);
			comesBack.countDown();
			await().until(() -> dead.reports.size() == 2);
		}
		assertThat(rows()).isOne();
	}

	@Test
	void aNodeThatIsAliveKeepsItsJobHoweverLongItTakes() {
		CountDownLatch goOn = new CountDownLatch(1);
		CountDownLatch atWork = new CountDownLatch(1);
		AgentTeam slow = (_) -> {
			atWork.countDown();
			awaitOpening(goOn);
			return Events.MADE;
		};
		try (JobNode one = started(slow); JobNode other = started(slow)) {
			one.jobs.schedule(LOGO);
			awaitOpening(atWork);
			// Longer than other nodes wait for a dead one
			Instant enough = heartbeat().plus(JobNode.HEARTBEAT.multipliedBy(6));
			await().until(() -> heartbeat().isAfter(enough));
			goOn.countDown();

			await().until(() -> rows() == 0);
			assertThat(one.reports.size() + other.reports.size()).isEqualTo(2);
		}
	}

	@Test
	void aNodeThatStopsGivesItsJobsBackUncounted() {
		CountDownLatch atWork = new CountDownLatch(1);
		JobNode stopping = started((_) -> {
			atWork.countDown();
			try {
				Thread.sleep(Duration.ofMinutes(1));
			}
			catch (InterruptedException ex) {
				throw new AgentException(Events.FAULT, true, null, ex);
			}
			return Events.MADE;
		});
		stopping.jobs.schedule(LOGO);
		awaitOpening(atWork);

		stopping.close();

		await().until(() -> this.jdbc.sql("SELECT count(*) FROM scheduled_tasks WHERE NOT picked")
			.query(Long.class)
			.single() == 1);
		assertThat(data(LOGO)).isEqualTo(LOGO);
	}

	@Test
	void whatWaitsForADeletedSessionIsHastenedAndNothingElse() {
		try (JobNode node = new JobNode(WELL)) {
			List<AgentJob> jobs = List.of(LOGO, AgentJob.first(Events.PACKAGE, Agent.SEO, 1, null),
					AgentJob.first("another", Agent.LOGO, 1, null));
			jobs.forEach(node.jobs::schedule);
			Instant later = Instant.parse("2100-01-01T00:00:00Z");
			this.jdbc.sql("UPDATE scheduled_tasks SET execution_time = ?").param(Timestamp.from(later)).update();
			this.jdbc.sql("UPDATE scheduled_tasks SET picked = true WHERE task_instance = ?")
				.param(jobs.get(1).id())
				.update();

			node.jobs.hasten(Events.PACKAGE);

			assertThat(due(jobs.get(0))).isBefore(later);
			assertThat(due(jobs.get(1))).as("at work").isEqualTo(later);
			assertThat(due(jobs.get(2))).as("of another package").isEqualTo(later);
		}
	}

	private static JobNode started(AgentTeam team) {
		JobNode node = new JobNode(team);
		node.scheduler.start();
		return node;
	}

	private long rows() {
		return this.jdbc.sql("SELECT count(*) FROM scheduled_tasks").query(Long.class).single();
	}

	private AgentJob data(AgentJob job) {
		return new JobSerializer().deserialize(AgentJob.class,
				this.jdbc.sql("SELECT task_data FROM scheduled_tasks WHERE task_instance = ?")
					.param(job.id())
					.query(byte[].class)
					.single());
	}

	private Instant due(AgentJob job) {
		return this.jdbc.sql("SELECT execution_time FROM scheduled_tasks WHERE task_instance = ?")
			.param(job.id())
			.query(Timestamp.class)
			.single()
			.toInstant();
	}

	private Instant heartbeat() {
		return this.jdbc.sql("SELECT last_heartbeat FROM scheduled_tasks").query(Timestamp.class).single().toInstant();
	}

	private static Report last(JobNode node) {
		return List.copyOf(node.reports).getLast();
	}

	private static void awaitOpening(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
