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
record Token(String text, int letters, boolean figure, boolean lettered, boolean capital, boolean opening,
		boolean latin) {

	/** Reads a run of letters, digits and what may stand between them. */
	static Token of(String typed, boolean opening) {
		return isAscii(typed) ? ofAscii(typed, opening) : ofAny(typed, opening);
	}

	// Most words: nothing to decompose, one look at each character
	private static Token ofAscii(String typed, boolean opening) {
		int letters = 0;
		int digits = 0;
		for (int i = 0; i < typed.length(); i++) {
			char character = typed.charAt(i);
			if (character >= '0' && character <= '9') {
				digits++;
			}
			else if (Character.isLetter(character)) {
				letters++;
			}
		}
		return new Token(typed.toLowerCase(Locale.ROOT), letters + digits, digits > 0, letters > 0,
				Character.isUpperCase(typed.charAt(0)), opening, letters > 0);
	}

	private static Token ofAny(String typed, boolean opening) {
		return new Token(fold(typed), (int) typed.codePoints().filter(Character::isLetterOrDigit).count(),
				typed.codePoints().anyMatch(Character::isDigit), typed.codePoints().anyMatch(Character::isLetter),
				Character.isUpperCase(typed.codePointAt(0)), opening, typed.codePoints().anyMatch(Token::isLatin));
	}

	private static boolean isAscii(String typed) {
		for (int i = 0; i < typed.length(); i++) {
			if (typed.charAt(i) > 0x7f) {
				return false;
			}
		}
		return true;
	}

	private static boolean isLatin(int codePoint) {
		return Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.LATIN;
	}

	/**
	 * The text in lower case and without accents. Each character by itself, and no marks
	 * that would have to be sorted: what Java does for a whole word can take the square
	 * of its length.
	 */
	private static String fold(String typed) {
		StringBuilder letters = new StringBuilder(typed.length());
		typed.codePoints()
			.filter((codePoint) -> Character.getType(codePoint) != Character.NON_SPACING_MARK)
			.map(Character::toLowerCase)
			.forEach(letters::appendCodePoint);
		StringBuilder plain = new StringBuilder(typed.length());
		Normalizer.normalize(letters, Normalizer.Form.NFKD)
			.codePoints()
			.filter((codePoint) -> Character.getType(codePoint) != Character.NON_SPACING_MARK)
			.forEach((codePoint) -> {
				switch (codePoint) {
					// Letters of their own to Unicode, but seldom typed by the French
					case 'œ' -> plain.append("oe");
					case 'æ' -> plain.append("ae");
					// The same letter at the end of a Greek word
					case 'ς' -> plain.append('σ');
					default -> plain.appendCodePoint(codePoint);
				}
			});
		return plain.toString();
	}

}
