package io.coachflow.saga.agent.offline;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;

import io.coachflow.text.PlainText;

/**
 * Numbers as people write them, in figures or in words.
 */
final class WrittenNumber {

	/** Figures, in groups of three or not, with at most two decimals. */
	static final String PATTERN = "\\d{1,3}(?:[ \\u00A0\\u202F.,]\\d{3}){1,3}(?!\\d)(?:[.,]\\d{1,2}(?!\\d))?"
			+ "|\\d{1,9}(?:[.,]\\d{1,2}(?!\\d))?";

	private static final Pattern SPACES = Pattern.compile("[ \\u00A0\\u202F]");

	private static final Pattern GROUP_SIGNS = Pattern.compile("[.,](?=\\d{3}(?!\\d))");

	private static final Pattern SMALL = Pattern.compile("\\d{1,3}");

	private static final List<String> SMALL_WORDS = List.of("two", "three", "four", "five", "six", "seven", "eight",
			"nine", "ten", "eleven", "twelve", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix",
			"onze", "douze");

	private WrittenNumber() {
	}

	/** The value of a text that {@link #PATTERN} matches. */
	static BigDecimal of(String figures) {
		String plain = SPACES.matcher(figures).replaceAll("");
		return new BigDecimal(GROUP_SIGNS.matcher(plain).replaceAll("").replace(',', '.'));
	}

	/**
	 * The value of figures below a thousand, or of a word from two to twelve; 0 of
	 * others.
	 */
	static BigDecimal small(String written) {
		int word = SMALL_WORDS.indexOf(PlainText.lower(written));
		if (word >= 0) {
			return BigDecimal.valueOf(2 + word % (SMALL_WORDS.size() / 2));
		}
		return SMALL.matcher(written).matches() ? new BigDecimal(written) : BigDecimal.ZERO;
	}

}
