package io.coachflow.text;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Folds texts for comparison: upper case and accents do not matter.
 */
public final class Folding {

	private static final Pattern MARKS = Pattern.compile("\\p{M}++");

	private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\p{N}]++");

	private Folding() {
	}

	/** The text in lower case and without accents. */
	public static String of(String text) {
		// Marks are removed before normalizing as well: sorting a run of marks takes
		// quadratic time
		String letters = MARKS.matcher(text).replaceAll("");
		return PlainText.lower(MARKS.matcher(Normalizer.normalize(letters, Normalizer.Form.NFD)).replaceAll(""));
	}

	/** The folded words of the text, with one space between them and nothing else. */
	public static String words(String text) {
		return GAPS.matcher(of(text)).replaceAll(" ").strip();
	}

}
