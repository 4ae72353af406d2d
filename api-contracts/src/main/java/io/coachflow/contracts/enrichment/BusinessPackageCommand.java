package io.coachflow.contracts.enrichment;

import java.time.Instant;
import java.util.Set;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * The commands of a business package. All are idempotent.
 */
public sealed interface BusinessPackageCommand {

	String packageId();

	/**
	 * Make the package of a completed session; returns nothing.
	 *
	 * @param packageId {@link PackageIds#of(String)} of the session
	 */
	record RequestPackage(@TargetAggregateIdentifier String packageId,
			String sessionId) implements BusinessPackageCommand {
	}

	/**
	 * Run one agent again, as its next generation; returns a {@link PackageOutcome}.
	 * While the agent is not settled, its current generation continues and no event is
	 * emitted.
	 *
	 * @param userId who asks
	 * @param expectedSequences the sequences of the package that the client accepts
	 * ({@code If-Match}); null for any
	 */
	record RegenerateAgent(@TargetAggregateIdentifier String packageId, Agent agent, String userId,
			@Nullable Set<Long> expectedSequences) implements BusinessPackageCommand {

		/** Without a precondition. */
		public RegenerateAgent(String packageId, Agent agent, String userId) {
			this(packageId, agent, userId, null);
		}

		/** Whether the client accepts a package whose last event has that sequence. */
		public boolean accepts(long sequence) {
			return this.expectedSequences == null || this.expectedSequences.contains(sequence);
		}

	}

	/**
	 * Run several agents again, as {@link RegenerateAgent} runs one; returns a
	 * {@link PackageOutcome} without a generation. With a wish, or a brief that changed
	 * since, a generation that still runs is replaced.
	 *
	 * @param agents which ones; null for those whose results are stale
	 * @param wish what the user wishes of the new version; null for nothing
	 * @param userId who asks
	 * @param expectedSequences the sequences of the package that the client accepts
	 * ({@code If-Match}); null for any
	 */
	record RegenerateAgents(@TargetAggregateIdentifier String packageId, @Nullable Set<Agent> agents,
			@Nullable String wish, String userId,
			@Nullable Set<Long> expectedSequences) implements BusinessPackageCommand {

		/** Whether the client accepts a package whose last event has that sequence. */
		public boolean accepts(long sequence) {
			return this.expectedSequences == null || this.expectedSequences.contains(sequence);
		}

	}

	/**
	 * Bring the package's brief up to date with its session; returns whether an agent is
	 * at work ({@link Boolean}).
	 */
	record ReviseBrief(@TargetAggregateIdentifier String packageId,
			String sessionId) implements BusinessPackageCommand {
	}

	/** A job's report on one attempt of an agent. */
	sealed interface Report extends BusinessPackageCommand {

		Agent agent();

		/** From 1; each regeneration is the next. */
		int generation();

		/** From 1, within the generation. */
		int attempt();

	}

	/**
	 * An attempt begins; returns whether it should go on ({@link Boolean}): not if its
	 * generation is settled or replaced by a newer one.
	 */
	record StartAgent(@TargetAggregateIdentifier String packageId, Agent agent, int generation,
			int attempt) implements Report {
	}

	/**
	 * An attempt failed and is retried.
	 *
	 * @param retryAt when the next attempt is due
	 */
	record DelayAgent(@TargetAggregateIdentifier String packageId, Agent agent, int generation, int attempt,
			AgentFault fault, Instant retryAt) implements Report {
	}

	/** An attempt succeeded. */
	record SucceedAgent(@TargetAggregateIdentifier String packageId, Agent agent, int generation, int attempt,
			AgentSource source, AgentResult result, Receipt receipt) implements Report {
	}

	/** The last attempt failed. */
	record FailAgent(@TargetAggregateIdentifier String packageId, Agent agent, int generation, int attempt,
			AgentFault fault) implements Report {
	}

	/**
	 * The result of {@link RegenerateAgent}.
	 *
	 * @param generation the agent's current generation; null if the precondition failed
	 * and nothing happened
	 * @param sequence the sequence of the package's last event
	 */
	record PackageOutcome(@Nullable Integer generation, long sequence) {
	}

}
