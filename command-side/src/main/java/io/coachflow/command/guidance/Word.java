package io.coachflow.command.guidance;

import java.text.Normalizer;
import java.util.Locale;

/**
 * One word of an answer, in the form in which words are compared.
 *
 * @param text the word in lower case, without accents
 * @param letters the number of letters and digits the client typed; 1 or more
 * @param figure whether it contains a digit
 * @param lettered whether it contains a letter
 * @param capital whether it begins with a capital letter
 * @param opening whether it is the first word of a sentence or of a line
 * @param latin whether it contains a Latin letter
 */
record Word(String text, int letters, boolean figure, boolean lettered, boolean capital, boolean opening,
		boolean latin) {

	/** Reads a run of letters, digits and what may stand between them. */
	static Word of(String typed, boolean opening) {
		return new Word(fold(typed), (int) typed.codePoints().filter(Character::isLetterOrDigit).count(),
				typed.codePoints().anyMatch(Character::isDigit), typed.codePoints().anyMatch(Character::isLetter),
				Character.isUpperCase(typed.codePointAt(0)), opening, typed.codePoints().anyMatch(Word::isLatin));
	}

	private static boolean isLatin(int codePoint) {
		return Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.LATIN;
	}

	private static String fold(String typed) {
		StringBuilder plain = new StringBuilder(typed.length());
		Normalizer.normalize(typed.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD)
			.codePoints()
			.filter((codePoint) -> Character.getType(codePoint) != Character.NON_SPACING_MARK)
			.forEach((codePoint) -> {
				switch (codePoint) {
					// Letters of their own to Unicode, but seldom typed by the French
					case 'œ' -> plain.append("oe");
					case 'æ' -> plain.append("ae");
					default -> plain.appendCodePoint(codePoint);
				}
			});
		return plain.toString();
	}

}
