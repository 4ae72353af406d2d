package io.coachflow.llm;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A request to a model.
 *
 * @param <T> the type of the answer
 * @param purpose the name of the schema, such as {@code research}: 1 to 64 letters,
 * digits, underscores and hyphens
 * @param answerType a record of strings, numbers, booleans, enums, lists and records of
 * these; each component becomes a required property in snake case
 * @param violations checks an answer: what is wrong with it, one sentence each, written
 * for the model to correct it; empty if it is valid
 * @param sessionId the session whose token budget is charged
 * @param deadline how long the call may take once it has a place, its repair included; at
 * most {@code coachflow.ai.timeout}
 * @param patience how long to wait for a place among the concurrent calls; zero to fail
 * at once if none is free
 * @param maxOutputTokens the longest answer in tokens, 1 or more
 */
public record ModelRequest<T>(String purpose, Prompt prompt, Class<T> answerType, Function<T, List<String>> violations,
		String sessionId, Duration deadline, Duration patience, int maxOutputTokens) {

	private static final Pattern PURPOSE = Pattern.compile("[A-Za-z0-9_-]{1,64}");

	public ModelRequest {
		if (!PURPOSE.matcher(purpose).matches()) {
			throw new IllegalArgumentException("A purpose is 1 to 64 letters, digits, underscores and hyphens");
		}
		if (!answerType.isRecord()) {
			throw new IllegalArgumentException("The answer type must be a record, not " + answerType.getName());
		}
		if (!deadline.isPositive() || patience.isNegative() || maxOutputTokens < 1) {
			throw new IllegalArgumentException(
					"The deadline must be above zero, the patience not negative and the output at least one token");
		}
	}

}
