package io.coachflow.contracts.enrichment;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The status of a business package.
 */
public enum PackageStatus {

	/** At least one agent is not settled. */
	@JsonProperty("running")
	RUNNING,

	/** All agents succeeded. */
	@JsonProperty("complete")
	COMPLETE,

	/** All agents are settled; some succeeded, some failed. */
	@JsonProperty("partial")
	PARTIAL,

	/** All agents failed. */
	@JsonProperty("failed")
	FAILED

}
