package io.coachflow.command.partner;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.regex.Pattern;

import io.coachflow.text.Folding;

/**
 * How much of an offered text an answer has kept.
 */
final class Kept {

	/** Of each text; so the time grows with the length of one of them only. */
	private static final int MOST_WORDS = 1_000;

	/** Blanks are there to be replaced. */
	private static final Pattern BLANK = Pattern.compile("\\[[^\\[\\]]{0,200}]");

	private Kept() {
	}

	/**
	 * The share of the offered words, blanks left out, that the answer has in the same
	 * order: 0 to 1, rounded half-up to two decimals; 0 if nothing but blanks was
	 * offered.
	 */
	static double share(String offered, String answer) {
		String[] words = words(BLANK.matcher(offered).replaceAll(" "));
		return (words.length == 0) ? 0
				: BigDecimal.valueOf(longestCommon(words, words(answer)))
					.divide(BigDecimal.valueOf(words.length), 2, RoundingMode.HALF_UP)
					.doubleValue();
	}

	/** The length of the longest common subsequence. */
	private static int longestCommon(String[] some, String[] others) {
		int[] lengths = new int[others.length + 1];
		for (String word : some) {
			int diagonal = 0;
			for (int i = 1; i <= others.length; i++) {
				int above = lengths[i];
				lengths[i] = word.equals(others[i - 1]) ? diagonal + 1 : Math.max(above, lengths[i - 1]);
				diagonal = above;
			}
		}
		return lengths[others.length];
	}

	private static String[] words(String text) {
		return Arrays.stream(Folding.words(text).split(" "))
			.filter((word) -> !word.isEmpty())
			.limit(MOST_WORDS)
			.toArray(String[]::new);
	}

}
