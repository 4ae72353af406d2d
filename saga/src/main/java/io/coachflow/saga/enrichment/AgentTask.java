package io.coachflow.saga.enrichment;

import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

import com.github.kagkarlsson.scheduler.CurrentlyExecuting;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerState;
import com.github.kagkarlsson.scheduler.exceptions.ExecutionException;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.coachflow.saga.enrichment.AgentRun.Next;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Adapts {@link AgentRun} to db-scheduler. A node without a heartbeat for some seconds
 * counts as dead, and others take over its jobs even if they still run there. The package
 * decides which attempt counts, and the version of the job's row keeps the late one from
 * changing it.
 */
final class AgentTask {

	private static final Logger logger = LoggerFactory.getLogger(AgentTask.class);

	private final AgentRun run;

	private final Backoff logAway;

	private final StoreBulkhead gate;

	private final Clock clock;

	private final Supplier<Scheduler> scheduler;

	/**
	 * Creates the adapter.
	 * @param logAway how long a job waits after it could not reach the log
	 * @param scheduler knows what runs on this node
	 */
	AgentTask(AgentRun run, Backoff logAway, StoreBulkhead gate, Clock clock, Supplier<Scheduler> scheduler) {
		this.run = run;
		this.logAway = logAway;
		this.gate = gate;
		this.clock = clock;
		this.scheduler = scheduler;
	}

	CustomTask<AgentJob> task() {
		return Tasks.custom(DurableAgentJobs.RUN_AGENT)
			.onFailure(this::afterFailure)
			.onDeadExecution(this::afterDeath)
			.execute(this::execute);
	}

	private CompletionHandler<AgentJob> execute(TaskInstance<AgentJob> instance, ExecutionContext context) {
		SchedulerState scheduler = context.getSchedulerState();
		Next next = this.run.of(instance.getData(), scheduler::isShuttingDown);
		return (completed, operations) -> finish(instance.getId(), () -> {
			switch (next) {
				case Next.Done _ -> operations.remove();
				case Next.Again(var job, var at) -> operations.reschedule(completed, at, job);
			}
		});
	}

	private void afterFailure(ExecutionComplete completed, ExecutionOperations<AgentJob> operations) {
		int failures = completed.getExecution().consecutiveFailures;
		String job = completed.getExecution().taskInstance.getId();
		logger.warn("The job {} is retried after {}", job,
				completed.getCause().map((cause) -> cause.getClass().getName()).orElse("a failure"));
		finish(job, () -> operations.reschedule(completed,
				this.clock.instant().plus(this.logAway.after(failures, null, ThreadLocalRandom.current()))));
	}

	private void afterDeath(ExecutionComplete completed, ExecutionOperations<AgentJob> operations) {
		Execution execution = completed.getExecution();
		if (runsHere(execution)) {
			// Only its heartbeat is late
			return;
		}
		AgentJob job = (AgentJob) execution.taskInstance.getData();
		logger.info("The job {} is taken over from a dead node", job.id());
		finish(job.id(), () -> operations.reschedule(completed, this.clock.instant(), job.crashed()));
	}

	private boolean runsHere(Execution execution) {
		return this.scheduler.get()
			.getCurrentlyExecuting()
			.stream()
			.map(CurrentlyExecuting::getExecution)
			.anyMatch((it) -> it.version == execution.version
					&& it.taskInstance.getId().equals(execution.taskInstance.getId()));
	}

	private void finish(String job, Runnable work) {
		// A stopping node interrupts its jobs, which would make the driver close its
		// connection
		boolean interrupted = Thread.interrupted();
		try {
			this.gate.through(() -> {
				work.run();
				return true;
			});
		}
		catch (ExecutionException ex) {
			// The row is gone or has a later version
			logger.info("The job {} was taken over meanwhile or cancelled; this run of it changes nothing", job);
		}
		finally {
			if (interrupted) {
				Thread.currentThread().interrupt();
			}
		}
	}

}
