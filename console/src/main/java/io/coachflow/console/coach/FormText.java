package io.coachflow.console.coach;

import org.jspecify.annotations.Nullable;

/**
 * Texts as browsers send them.
 */
final class FormText {

	/** The longest answer, in characters. */
	static final int LONGEST_ANSWER = 10_000;

	private FormText() {
	}

	/**
	 * The text with the line ends that it was written with: a browser sends CR LF, a
	 * script LF.
	 */
	static String of(@Nullable String sent) {
		return (sent != null) ? sent.replace("\r\n", "\n") : "";
	}

	/** The text; null if it is blank. */
	static @Nullable String given(@Nullable String sent) {
		String text = of(sent).strip();
		return text.isEmpty() ? null : text;
	}

	/** The key of the text that says why an answer cannot be sent; null if it can. */
	static @Nullable String problem(String answer) {
		if (answer.isBlank()) {
			return "coach.problem.blank";
		}
		String trimmed = answer.strip();
		return (trimmed.codePointCount(0, trimmed.length()) > LONGEST_ANSWER) ? "coach.problem.long" : null;
	}

}
