package io.coachflow.contracts.session;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A language model's help, made before the session decides. It is ignored if the session
 * has changed since, or if it says what nobody has told.
 *
 * @param sequence the sequence of the session's last event at the time of the draft
 * @param model the model's name
 * @param promptVersion the version of its prompt
 * @param message what to say first; null for nothing
 * @param questions at most three: questions that help, or what a text still lacks
 * @param texts the choices, the proposals or the one reformulation
 */
public record HelpDraft(HelpKind kind, Step step, long sequence, String model, String promptVersion,
		@Nullable String message, List<String> questions, List<Text> texts) {

	/** The largest number of questions. */
	public static final int MAX_QUESTIONS = 3;

	/** The largest number of texts. */
	public static final int MAX_TEXTS = 4;

	/** The longest message, question, title or reason, in characters. */
	public static final int MAX_LINE = 600;

	/** The longest choice or proposal, in characters. */
	public static final int MAX_TEXT = 2_000;

	/** The longest reformulation, in characters. */
	public static final int MAX_REFORMULATION = 10_000;

	/**
	 * Checks every limit.
	 * @throws IllegalArgumentException if one is exceeded
	 */
	public HelpDraft {
		questions = List.copyOf(questions);
		texts = List.copyOf(texts);
		int longest = (kind == HelpKind.REFORMULATION) ? MAX_REFORMULATION : MAX_TEXT;
		if (questions.size() > MAX_QUESTIONS || texts.size() > MAX_TEXTS || isLong(message)
				|| questions.stream().anyMatch(HelpDraft::isLong) || texts.stream()
					.anyMatch((it) -> isLong(it.title()) || isLong(it.why()) || it.text().length() > longest)) {
			throw new IllegalArgumentException("A draft needs texts within their number and lengths");
		}
	}

	private static boolean isLong(@Nullable String line) {
		return line != null && line.length() > MAX_LINE;
	}

	/**
	 * A text without an id.
	 *
	 * @param title null for a choice and for a reformulation
	 * @param why null likewise
	 */
	public record Text(@Nullable String title, String text, @Nullable String why) {
	}

}
