package io.coachflow.saga.enrichment;

import java.sql.Timestamp;
import java.time.Clock;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Stores jobs in db-scheduler's table, in the same transaction as the saga and its
 * position. This node polls for them right after the commit, other nodes at their next
 * poll.
 */
class DurableAgentJobs implements AgentJobs {

	static final TaskDescriptor<AgentJob> RUN_AGENT = TaskDescriptor.of("run-agent", AgentJob.class);

	private static final String POLLING = DurableAgentJobs.class.getName();

	private final Scheduler scheduler;

	private final JdbcClient jdbc;

	private final Clock clock;

	DurableAgentJobs(Scheduler scheduler, JdbcClient jdbc, Clock clock) {
		this.scheduler = scheduler;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@Override
	public void schedule(AgentJob job) {
		this.scheduler.scheduleIfNotExists(RUN_AGENT.instance(job.id()).data(job).build(), this.clock.instant());
		pollAfterCommit();
	}

	/** A running job is left alone: it asks the package again when it ends. */
	@Override
	public void hasten(String packageId) {
		this.jdbc.sql("""
				UPDATE scheduled_tasks SET execution_time = ?
				WHERE task_name = ? AND starts_with(task_instance, ?) AND NOT picked AND execution_time > ?""")
			.params(Timestamp.from(this.clock.instant()), RUN_AGENT.getTaskName(), AgentJob.idsOf(packageId),
					Timestamp.from(this.clock.instant()))
			.update();
		pollAfterCommit();
	}

	private void pollAfterCommit() {
		if (CurrentUnitOfWork.isStarted()) {
			// Once for all jobs of a transaction
			CurrentUnitOfWork.get().root().getOrComputeResource(POLLING, (_) -> {
				CurrentUnitOfWork.get().root().afterCommit((_) -> this.scheduler.triggerCheckForDueExecutions());
				return true;
			});
		}
		else {
			this.scheduler.triggerCheckForDueExecutions();
		}
	}

}
