package io.coachflow.llm;

import java.math.BigDecimal;

/**
 * A usable answer, and what it took.
 *
 * @param model the name of the model as the provider gave it
 * @param promptVersion {@link Prompt#version()} of what was asked
 * @param inputHash SHA-256 of the prompt and of the schema, in hexadecimal
 * @param tokensIn tokens that the model read, over the repair as well; estimated where
 * the provider did not say
 * @param tokensOut tokens that the model wrote, likewise
 * @param price in US dollars by the configured prices, six decimals; 0 where none is
 * configured
 * @param latencyMs from the question to the answer, in milliseconds
 */
public record ModelResponse<T>(T value, String model, String promptVersion, String inputHash, long tokensIn,
		long tokensOut, BigDecimal price, long latencyMs) {
}
