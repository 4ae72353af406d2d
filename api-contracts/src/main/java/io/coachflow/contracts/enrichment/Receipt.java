package io.coachflow.contracts.enrichment;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

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
 * @param inputs the answers and facts that the input held, an inferred name or sector as
 * itself: the ids of {@link SessionInput}, in the order of the alphabet; absent in
 * results from before they were recorded
 */
public record Receipt(String model, @JsonProperty("prompt_version") String promptVersion,
		@JsonProperty("input_hash") String inputHash, @JsonProperty("tokens_in") long tokensIn,
		@JsonProperty("tokens_out") long tokensOut, @JsonProperty("price_usd") BigDecimal price,
		@JsonProperty("latency_ms") long latencyMs,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> inputs) {

	/** The value of {@code model} for results without a model. */
	public static final String RULES = "rules";

	public Receipt {
		inputs = (inputs != null) ? List.copyOf(inputs) : null;
	}

	/**
	 * Whether the result may be another one since these answers and facts have changed. A
	 * result whose inputs were not recorded may be.
	 */
	public boolean dependsOnAny(Collection<SessionInput> changed) {
		List<String> read = this.inputs;
		return changed.stream().anyMatch((input) -> read == null || read.contains(input.id()));
	}

}
