package io.coachflow.contracts.enrichment;

import java.time.Instant;
import java.util.Set;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can be asked of a business package. Each may be sent again: what has
 * happened does not happen twice.
 */
public sealed interface BusinessPackageCommand {

	String packageId();

	/**
	 * Make the package of a completed session; answered by nothing.
	 *
	 * @param packageId {@link PackageIds#of(String)} of the session
	 */
	record RequestPackage(@TargetAggregateIdentifier String packageId,
			String sessionId) implements BusinessPackageCommand {
	}

	/**
	 * Run one agent again, as its next generation; answered by a {@link PackageOutcome}.
	 * While the agent is not settled, its present generation continues and no event is
	 * emitted.
	 *
	 * @param userId who asks
	 * @param expectedSequences the sequences of the package that the client accepts
	 * ({@code If-Match}); absent where any will do
	 */
	record RegenerateAgent(@TargetAggregateIdentifier String packageId, Agent agent, String userId,
			@Nullable Set<Long> expectedSequences) implements BusinessPackageCommand {

		/** Of the package as it is. */
		public RegenerateAgent(String packageId, Agent agent, String userId) {
			this(packageId, agent, userId, null);
		}

		/** Whether the client accepts a package whose last event has that sequence. */
		public boolean accepts(long sequence) {
			return this.expectedSequences == null || this.expectedSequences.contains(sequence);
		}

	}

	/** What a job reports of one run of an agent. */
	sealed interface Report extends BusinessPackageCommand {

		Agent agent();

		/** From 1; each regeneration is the next. */
		int generation();

		/** From 1, within the generation. */
		int attempt();

	}

	/**
	 * An attempt begins; answered by whether it is still wanted ({@link Boolean}): where
	 * the generation is settled or another has replaced it, there is nothing to do.
	 */
	record StartAgent(@TargetAggregateIdentifier String packageId, Agent agent, int generation,
			int attempt) implements Report {
	}

	/**
	 * An attempt failed, and another will follow.
	 *
	 * @param retryAt when
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
	 * How asking for another generation ended.
	 *
	 * @param generation the agent's generation that now runs; absent where the client
	 * does not accept the package as it is, so that nothing happened
	 * @param sequence the sequence of the package's last event
	 */
	record PackageOutcome(@Nullable Integer generation, long sequence) {
	}

}
