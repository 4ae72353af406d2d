package io.coachflow.saga.enrichment;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.coachflow.contracts.enrichment.Agent;
import org.jspecify.annotations.Nullable;

/**
 * A job: one generation of one agent to run. This is the data of the job's row; the brief
 * is in the log.
 *
 * @param failures how many attempts failed
 * @param crashes how many attempts ended because their node died
 * @param trace the trace id of the package's request, for the events' metadata
 */
record AgentJob(@JsonProperty("package_id") String packageId, Agent agent, int generation, int failures,
		@JsonProperty("deaths") int crashes, @Nullable String trace) {

	static AgentJob first(String packageId, Agent agent, int generation, @Nullable String trace) {
		return new AgentJob(packageId, agent, generation, 0, 0, trace);
	}

	/** Identifies the job, so that it is scheduled once. */
	String id() {
		return idsOf(this.packageId) + this.agent.id() + ":" + this.generation;
	}

	/** The prefix of the ids of a package's jobs. */
	static String idsOf(String packageId) {
		return packageId + ":";
	}

	/** The number of the next attempt, from 1. */
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
