package io.coachflow.contracts.enrichment;

import java.math.BigDecimal;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Where a result comes from, and what it cost.
 *
 * @param model the model's name; {@code rules} for a result made offline
 * @param promptVersion the version of the prompt, or of the rules
 * @param inputHash SHA-256 of what was asked, in hexadecimal
 * @param tokensIn tokens read by the model, over all attempts that led to the result
 * @param tokensOut tokens written by the model
 * @param price in US dollars by the configured prices; 0 where none is configured
 * @param latencyMs how long it took, in milliseconds
 */
public record Receipt(String model, @JsonProperty("prompt_version") String promptVersion,
		@JsonProperty("input_hash") String inputHash, @JsonProperty("tokens_in") long tokensIn,
		@JsonProperty("tokens_out") long tokensOut, @JsonProperty("price_usd") BigDecimal price,
		@JsonProperty("latency_ms") long latencyMs) {

	/** The model's name where no model was asked. */
	public static final String RULES = "rules";

}
