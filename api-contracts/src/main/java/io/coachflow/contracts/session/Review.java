package io.coachflow.contracts.session;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a language model thought of an answer, before the session decided. Advice on
 * another state than the session's is void.
 *
 * @param step that the answer was judged for
 * @param sequence of the session's last event that the model knew of
 * @param model the model's name
 * @param promptVersion the version of what it was asked
 * @param score 0 to 1, two decimals
 * @param reformulation the answer in clear words; absent where the model had none
 * @param clarification a question to ask back, should the answer be too weak; absent
 * likewise
 * @param message what to say for the next step, or once all are answered; absent likewise
 * @param questions at most three that help with the next step
 */
public record Review(Step step, long sequence, String model, String promptVersion, double score,
		@Nullable String reformulation, @Nullable String clarification, @Nullable String message,
		List<String> questions) {

	/** The longest text, in characters. */
	public static final int MAX_TEXT = 1_000;

	/** The longest question, in characters. */
	public static final int MAX_QUESTION = 300;

	/** How many questions there are at most. */
	public static final int MAX_QUESTIONS = 3;

	/**
	 * Checks every bound.
	 * @throws IllegalArgumentException if one is not kept
	 */
	public Review {
		questions = List.copyOf(questions);
		if (!(score >= 0 && score <= 1) || questions.size() > MAX_QUESTIONS
				|| questions.stream().anyMatch((question) -> question.length() > MAX_QUESTION) || isLong(reformulation)
				|| isLong(clarification) || isLong(message)) {
			throw new IllegalArgumentException("A review needs a score from 0 to 1 and texts within their lengths");
		}
	}

	private static boolean isLong(@Nullable String text) {
		return text != null && text.length() > MAX_TEXT;
	}

}
