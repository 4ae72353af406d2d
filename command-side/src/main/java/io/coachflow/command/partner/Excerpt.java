package io.coachflow.command.partner;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.coachflow.text.PlainText;

/**
 * What is quoted of an answer: its first sentence, or as many of its clauses as are short
 * enough. Nothing is cut within a clause, since a figure could be halved.
 */
final class Excerpt {

	/** In code points. */
	private static final int LONGEST = 160;

	private static final Pattern CLAUSE = Pattern.compile("[,;:–—]\\s");

	private static final String ENDS = " .,;:!?…–—-";

	private Excerpt() {
	}

	/**
	 * The excerpt, without a full stop; empty if there is none of that length.
	 * @param language {@code en} or {@code fr}
	 */
	static Optional<String> of(String answer, String language) {
		List<String> sentences = PlainText.sentences(answer, Locale.of(language));
		return sentences.isEmpty() ? Optional.empty() : shortened(withoutEnd(sentences.getFirst()));
	}

	/** The text in one line, without a full stop. */
	static String line(String text) {
		return withoutEnd(PlainText.of(text));
	}

	private static Optional<String> shortened(String sentence) {
		if (sentence.codePointCount(0, sentence.length()) <= LONGEST) {
			return sentence.isEmpty() ? Optional.empty() : Optional.of(sentence);
		}
		Matcher borders = CLAUSE.matcher(sentence);
		int last = 0;
		while (borders.find() && sentence.codePointCount(0, borders.start()) <= LONGEST) {
			last = borders.start();
		}
		String clauses = withoutEnd(sentence.substring(0, last));
		return clauses.isEmpty() ? Optional.empty() : Optional.of(clauses);
	}

	private static String withoutEnd(String text) {
		int end = text.length();
		while (end > 0 && ENDS.indexOf(text.charAt(end - 1)) >= 0) {
			end--;
		}
		return text.substring(0, end);
	}

}
