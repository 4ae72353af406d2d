package io.coachflow.contracts.enrichment;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Where an agent stands.
 */
public enum AgentState {

	/** It waits for its turn, or for its next attempt. */
	@JsonProperty("pending")
	PENDING,

	/** It works. */
	@JsonProperty("running")
	RUNNING,

	/** It has a result. */
	@JsonProperty("succeeded")
	SUCCEEDED,

	/** It gave up after its last attempt. */
	@JsonProperty("failed")
	FAILED;

	/** Whether nothing more happens unless somebody asks for the agent again. */
	public boolean isSettled() {
		return this == SUCCEEDED || this == FAILED;
	}

}
