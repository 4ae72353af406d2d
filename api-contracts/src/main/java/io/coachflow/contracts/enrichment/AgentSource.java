package io.coachflow.contracts.enrichment;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Who made a result.
 */
public enum AgentSource {

	/** Rules, without a language model. */
	@JsonProperty("offline")
	OFFLINE,

	/** A language model. */
	@JsonProperty("model")
	MODEL

}
