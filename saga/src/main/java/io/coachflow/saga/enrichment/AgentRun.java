package io.coachflow.saga.enrichment;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;

import io.coachflow.contracts.enrichment.AgentFault;
import io.coachflow.contracts.enrichment.BusinessPackageCommand.DelayAgent;
import io.coachflow.contracts.enrichment.BusinessPackageCommand.FailAgent;
import io.coachflow.contracts.enrichment.BusinessPackageCommand.SucceedAgent;
import io.coachflow.llm.SessionGoneException;
import io.coachflow.llm.SessionWork.Piece;
import io.coachflow.llm.SessionWork;
import io.coachflow.saga.agent.AgentException;
import io.coachflow.saga.agent.AgentTeam;
import io.coachflow.saga.agent.Assignment;
import io.coachflow.saga.agent.AgentOutput;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs jobs. The outcome of an attempt is reported durably before the job ends. If the
 * node dies in between, the job runs again, and the package ignores it.
 */
class AgentRun {

	private static final Logger logger = LoggerFactory.getLogger(AgentRun.class);

	/** Limits the attempts of an agent that crashes its node each time. */
	private static final int MAX_CRASHES = 10;

	/** The fault of an attempt whose session was deleted meanwhile. */
	private static final AgentFault SESSION_DELETED = new AgentFault(AgentFault.Kind.REJECTED,
			SessionGoneException.MESSAGE);

	private final AgentReporter reports;

	private final Assignments assignments;

	private final AgentTeam team;

	private final SessionWork work;

	private final Backoff backoff;

	private final int maxAttempts;

	private final Clock clock;

	AgentRun(AgentReporter reports, Assignments assignments, AgentTeam team, SessionWork work, Backoff backoff,
			int maxAttempts, Clock clock) {
		this.reports = reports;
		this.assignments = assignments;
		this.team = team;
		this.work = work;
		this.backoff = backoff;
		this.maxAttempts = maxAttempts;
		this.clock = clock;
	}

	/** What to do with the job next. */
	sealed interface Next {

		/** The job is done. */
		record Done() implements Next {
		}

		/** The job runs again. */
		record Again(AgentJob job, Instant at) implements Next {
		}

	}

	/**
	 * Runs a job once.
	 * @param stopping whether the node is stopping: then a failure does not count
	 * @throws RuntimeException if the log cannot be reached; the job must run again as it
	 * is
	 */
	Next of(AgentJob job, BooleanSupplier stopping) {
		try {
			if (job.crashes() >= MAX_CRASHES) {
				return fail(job, new AgentFault(AgentFault.Kind.INTERNAL,
						"The service ended " + MAX_CRASHES + " times while the agent was at work."));
			}
			if (!this.reports.start(job)) {
				logger.debug("The package no longer wants {}", job.id());
				return new Next.Done();
			}
			return attempt(job, stopping);
		}
		catch (AggregateNotFoundException _) {
			logger.warn("The job {} is dropped, because there is no such package", job.id());
			return new Next.Done();
		}
	}

	private Next attempt(AgentJob job, BooleanSupplier stopping) {
		Assignment assignment = this.assignments.of(job);
		try (Piece piece = this.work.begin(assignment.sessionId())) {
			return attempt(job, assignment, piece, stopping);
		}
	}

	private Next attempt(AgentJob job, Assignment assignment, Piece piece, BooleanSupplier stopping) {
		AgentOutput made;
		try {
			made = make(assignment);
		}
		catch (AgentException ex) {
			if (piece.isCutOff()) {
				return fail(job, SESSION_DELETED);
			}
			if (stopping.getAsBoolean()) {
				// The attempt does not count; any node may repeat it
				return new Next.Again(job, this.clock.instant());
			}
			logger.info("Attempt {} of {} failed: {}", job.attempt(), job.id(), ex.getMessage());
			return failed(job, ex);
		}
		if (piece.isCutOff()) {
			return fail(job, SESSION_DELETED);
		}
		this.reports.end(new SucceedAgent(job.packageId(), job.agent(), job.generation(), job.attempt(), made.source(),
				made.result(), made.receipt()), job.trace());
		return new Next.Done();
	}

	private AgentOutput make(Assignment assignment) {
		try {
			return this.team.make(assignment);
		}
		catch (AgentException ex) {
			throw ex;
		}
		catch (RuntimeException | Error ex) {
			// Its message may quote people's answers
			String kind = ex.getClass().getName();
			StackTraceElement[] trace = ex.getStackTrace();
			logger.error("The agent {} failed with {} at {}", assignment.agent().id(), kind,
					(trace.length > 0) ? trace[0] : "an unknown place");
			throw new AgentException(new AgentFault(AgentFault.Kind.INTERNAL, "The agent itself failed: " + kind), true,
					null, ex);
		}
	}

	private Next failed(AgentJob job, AgentException failure) {
		if (!failure.isRetryable() || job.failures() + 1 >= this.maxAttempts) {
			return fail(job, failure.fault());
		}
		Instant retryAt = this.clock.instant()
			.plus(this.backoff.after(job.failures(), failure.retryAfter(), ThreadLocalRandom.current()));
		this.reports.end(
				new DelayAgent(job.packageId(), job.agent(), job.generation(), job.attempt(), failure.fault(), retryAt),
				job.trace());
		return new Next.Again(job.failed(), retryAt);
	}

	private Next fail(AgentJob job, AgentFault fault) {
		this.reports.end(new FailAgent(job.packageId(), job.agent(), job.generation(), job.attempt(), fault),
				job.trace());
		return new Next.Done();
	}

}
