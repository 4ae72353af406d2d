package io.coachflow.contracts.enrichment;

import java.math.BigDecimal;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The origin and the cost of a result.
 *
 * @param model the model's name; {@code rules} for a result made offline
 * @param promptVersion the version of the prompt, or of the rules
 * @param inputHash SHA-256 of the input, in hexadecimal
 * @param tokensIn input tokens, over all attempts that led to the result
 * @param tokensOut output tokens, likewise
 * @param price in US dollars by the configured prices; 0 if none is configured
 * @param latencyMs how long it took, in milliseconds
 */
public record Receipt(String model, @JsonProperty("prompt_version") String promptVersion,
		@JsonProperty("input_hash") String inputHash, @JsonProperty("tokens_in") long tokensIn,
		@JsonProperty("tokens_out") long tokensOut, @JsonProperty("price_usd") BigDecimal price,
		@JsonProperty("latency_ms") long latencyMs) {

	/** The value of {@code model} for results without a model. */
	public static final String RULES = "rules";

}
