package io.coachflow.llm;

import java.math.BigDecimal;

/**
 * A usable answer and its cost.
 *
 * @param model the model's name, as the provider gave it
 * @param promptVersion {@link Prompt#version()} of the request
 * @param inputHash SHA-256 of the prompt and of the schema, in hexadecimal
 * @param tokensIn input tokens, those of the repair included; estimated if the provider
 * did not count them
 * @param tokensOut output tokens, likewise
 * @param price in US dollars by the configured prices, six decimals; 0 if none is
 * configured
 * @param latencyMs from the request to the answer, in milliseconds
 */
public record ModelResponse<T>(T value, String model, String promptVersion, String inputHash, long tokensIn,
		long tokensOut, BigDecimal price, long latencyMs) {
}
