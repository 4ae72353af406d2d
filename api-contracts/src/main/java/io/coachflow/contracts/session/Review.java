package io.coachflow.contracts.session;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A language model's review of an answer, made before the session decides. It is ignored
 * if the session has changed since.
 *
 * @param step the step of the answer
 * @param sequence the sequence of the session's last event at the time of the review
 * @param model the model's name
 * @param promptVersion the version of its prompt
 * @param score 0 to 1, two decimals
 * @param reformulation the answer in clear words; null if the model gave none
 * @param clarification a question to ask back if the answer is too weak; null likewise
 * @param message the message for the next step, or for the end once all are answered;
 * null likewise
 * @param questions at most three questions for the next step
 */
public record Review(Step step, long sequence, String model, String promptVersion, double score,
		@Nullable String reformulation, @Nullable String clarification, @Nullable String message,
		List<String> questions) {

	/** The longest text other than a question, in characters. */
	public static final int MAX_TEXT = 1_000;

	/** The longest question, in characters. */
	public static final int MAX_QUESTION = 300;

	/** The largest number of questions. */
	public static final int MAX_QUESTIONS = 3;

	/**
	 * Checks every limit.
	 * @throws IllegalArgumentException if one is exceeded
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
