package io.coachflow.saga.enrichment;

import java.time.Clock;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/**
 * Leaves jobs in db-scheduler's table, in the same transaction as the saga and its
 * position. This node looks for them right after the commit, the others when they look
 * next.
 */
class DurableAgentJobs implements AgentJobs {

	static final TaskDescriptor<AgentJob> RUN_AGENT = TaskDescriptor.of("run-agent", AgentJob.class);

	private static final String WAKING = DurableAgentJobs.class.getName();

	private final Scheduler scheduler;

	private final Clock clock;

	DurableAgentJobs(Scheduler scheduler, Clock clock) {
		this.scheduler = scheduler;
		this.clock = clock;
	}

	@Override
	public void schedule(AgentJob job) {
		this.scheduler.scheduleIfNotExists(RUN_AGENT.instance(job.id()).data(job).build(), this.clock.instant());
		if (CurrentUnitOfWork.isStarted()) {
			// Once for all jobs of a transaction
			CurrentUnitOfWork.get().root().getOrComputeResource(WAKING, (_) -> {
				CurrentUnitOfWork.get().root().afterCommit((_) -> this.scheduler.triggerCheckForDueExecutions());
				return true;
			});
		}
		else {
			this.scheduler.triggerCheckForDueExecutions();
		}
	}

}
