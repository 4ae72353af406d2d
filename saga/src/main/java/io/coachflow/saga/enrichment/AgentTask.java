package io.coachflow.saga.enrichment;

import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;

import com.github.kagkarlsson.scheduler.SchedulerState;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.coachflow.saga.enrichment.AgentRun.Next;

/**
 * Adapts {@link AgentRun} to db-scheduler.
 */
final class AgentTask {

	private final AgentRun run;

	private final Backoff logAway;

	private final StoreGate gate;

	private final Clock clock;

	private AgentTask(AgentRun run, Backoff logAway, StoreGate gate, Clock clock) {
		this.run = run;
		this.logAway = logAway;
		this.gate = gate;
		this.clock = clock;
	}

	/**
	 * Creates the task.
	 * @param logAway how long a job waits that met a log out of reach
	 */
	static CustomTask<AgentJob> of(AgentRun run, Backoff logAway, StoreGate gate, Clock clock) {
		AgentTask task = new AgentTask(run, logAway, gate, clock);
		return Tasks.custom(DurableAgentJobs.RUN_AGENT)
			.onFailure(task::afterFailure)
			.onDeadExecution(task::afterDeath)
			.execute(task::execute);
	}

	private CompletionHandler<AgentJob> execute(TaskInstance<AgentJob> instance, ExecutionContext context) {
		SchedulerState scheduler = context.getSchedulerState();
		Next next = this.run.of(instance.getData(), scheduler::isShuttingDown);
		return (completed, operations) -> finish(() -> {
			switch (next) {
				case Next.Done _ -> operations.remove();
				case Next.Again(var job, var at) -> operations.reschedule(completed, at, job);
			}
		});
	}

	private void afterFailure(ExecutionComplete completed, ExecutionOperations<AgentJob> operations) {
		int failures = completed.getExecution().consecutiveFailures;
		finish(() -> operations.reschedule(completed,
				this.clock.instant().plus(this.logAway.after(failures, null, ThreadLocalRandom.current()))));
	}

	private void afterDeath(ExecutionComplete completed, ExecutionOperations<AgentJob> operations) {
		AgentJob job = (AgentJob) completed.getExecution().taskInstance.getData();
		operations.reschedule(completed, this.clock.instant(), job.died());
	}

	private void finish(Runnable work) {
		// A node that stops interrupts its jobs; the driver would take it for a reason to
		// hang up
		boolean interrupted = Thread.interrupted();
		try {
			this.gate.through(() -> {
				work.run();
				return true;
			});
		}
		finally {
			if (interrupted) {
				Thread.currentThread().interrupt();
			}
		}
	}

}
