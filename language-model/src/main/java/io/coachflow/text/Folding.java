package io.coachflow.text;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Folds texts, so that the same word is the same however it is typed.
 */
public final class Folding {

	private static final Pattern MARKS = Pattern.compile("\\p{M}++");

	private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\p{N}]++");

	private Folding() {
	}

	/** The text in lower case and without accents. */
	public static String of(String text) {
		// Marks go first too: to sort a tower of them takes the square of its height
		String letters = MARKS.matcher(text).replaceAll("");
		return PlainText.lower(MARKS.matcher(Normalizer.normalize(letters, Normalizer.Form.NFD)).replaceAll(""));
	}

	/** The text's words alone, folded, with one space between them. */
	public static String words(String text) {
		return GAPS.matcher(of(text)).replaceAll(" ").strip();
	}

}
