package io.coachflow.contracts.enrichment;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The state of an agent.
 */
public enum AgentState {

	/** It waits for its first or its next attempt. */
	@JsonProperty("pending")
	PENDING,

	/** An attempt is running. */
	@JsonProperty("running")
	RUNNING,

	/** It has a result. */
	@JsonProperty("succeeded")
	SUCCEEDED,

	/** It gave up after its last attempt. */
	@JsonProperty("failed")
	FAILED;

	/** Whether the state is final until the agent is requested again. */
	public boolean isSettled() {
		return this == SUCCEEDED || this == FAILED;
	}

}
