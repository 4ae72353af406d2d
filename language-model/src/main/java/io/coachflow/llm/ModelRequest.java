package io.coachflow.llm;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What a model is asked.
 *
 * @param <T> the record to fill
 * @param purpose who asks, such as {@code research}: 1 to 64 letters, digits, underscores
 * and hyphens
 * @param answerType a record of strings, numbers, booleans, enums, lists and records of
 * these; each component becomes a required property in snake case
 * @param violations what is wrong with an answer, one sentence each, in words that help a
 * model to mend it; empty where nothing is
 * @param sessionId whose budget pays
 * @param deadline for everything once there is a place, repairing included; the setting
 * {@code coachflow.ai.timeout} cuts it
 * @param patience how long to wait for a place among the concurrent calls; zero to fail
 * at once where none is free
 * @param maxOutputTokens what the model may write
 */
public record ModelRequest<T>(String purpose, Prompt prompt, Class<T> answerType, Function<T, List<String>> violations,
		String sessionId, Duration deadline, Duration patience, int maxOutputTokens) {

	private static final Pattern PURPOSE = Pattern.compile("[A-Za-z0-9_-]{1,64}");

	public ModelRequest {
		if (!PURPOSE.matcher(purpose).matches()) {
			throw new IllegalArgumentException("A purpose is 1 to 64 letters, digits, underscores and hyphens");
		}
		if (!answerType.isRecord()) {
			throw new IllegalArgumentException("A model fills records, not " + answerType.getName());
		}
		if (!deadline.isPositive() || patience.isNegative() || maxOutputTokens < 1) {
			throw new IllegalArgumentException("A question needs time, patience and at least one token");
		}
	}

}
