package io.coachflow.saga.enrichment;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.coachflow.contracts.enrichment.Agent;
import org.jspecify.annotations.Nullable;

/**
 * One generation of one agent that is to run: what the job's row holds. The brief is in
 * the log.
 *
 * @param failures how many attempts failed
 * @param crashes how many attempts ended with the node that ran them
 * @param trace what the package's request belongs to, for the events' metadata
 */
record AgentJob(@JsonProperty("package_id") String packageId, Agent agent, int generation, int failures,
		@JsonProperty("deaths") int crashes, @Nullable String trace) {

	static AgentJob first(String packageId, Agent agent, int generation, @Nullable String trace) {
		return new AgentJob(packageId, agent, generation, 0, 0, trace);
	}

	/** The same however often it is scheduled. */
	String id() {
		return idsOf(this.packageId) + this.agent.id() + ":" + this.generation;
	}

	/** What the ids of a package's jobs begin with. */
	static String idsOf(String packageId) {
		return packageId + ":";
	}

	/** The number of the attempt to come, from 1. */
	int attempt() {
		return 1 + this.failures + this.crashes;
	}

	AgentJob failed() {
		return new AgentJob(this.packageId, this.agent, this.generation, this.failures + 1, this.crashes, this.trace);
	}

	AgentJob crashed() {
		return new AgentJob(this.packageId, this.agent, this.generation, this.failures, this.crashes + 1, this.trace);
	}

}
