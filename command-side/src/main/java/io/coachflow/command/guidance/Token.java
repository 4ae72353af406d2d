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

	/**
	 * The first character that the tables leave out: they hold the letters of Western
	 * Europe.
	 */
	private static final int TABLES_END = 0x180;

	private static final String[] FOLDED = new String[TABLES_END];

	private static final boolean[] LATIN = new boolean[TABLES_END];

	static {
		for (char character = 0; character < TABLES_END; character++) {
			FOLDED[character] = fold(Character.toString(character));
			LATIN[character] = isLatin(character);
		}
	}

	/** Reads a run of letters, digits and what may stand between them. */
	static Token of(String typed, boolean opening) {
		int letters = 0;
		int digits = 0;
		boolean latin = false;
		boolean ascii = true;
		for (int i = 0; i < typed.length(); i++) {
			char character = typed.charAt(i);
			if (character >= TABLES_END) {
				return ofAny(typed, opening);
			}
			if (Character.isLetter(character)) {
				letters++;
			}
			else if (Character.isDigit(character)) {
				digits++;
			}
			latin |= LATIN[character];
			ascii &= character < 0x80;
		}
		return new Token(ascii ? typed.toLowerCase(Locale.ROOT) : folded(typed), letters + digits, digits > 0,
				letters > 0, Character.isUpperCase(typed.charAt(0)), opening, latin);
	}

	// Exact, because no mark that depends on its neighbours is that low
	private static String folded(String typed) {
		StringBuilder folded = new StringBuilder(typed.length() + 2);
		for (int i = 0; i < typed.length(); i++) {
			folded.append(FOLDED[typed.charAt(i)]);
		}
		return folded.toString();
	}

	private static Token ofAny(String typed, boolean opening) {
		int letters = 0;
		boolean figure = false;
		boolean lettered = false;
		boolean latin = false;
		int character;
		for (int at = 0; at < typed.length(); at += Character.charCount(character)) {
			character = typed.codePointAt(at);
			letters += Character.isLetterOrDigit(character) ? 1 : 0;
			figure |= Character.isDigit(character);
			lettered |= Character.isLetter(character);
			latin = latin || isLatin(character);
		}
		return new Token(fold(typed), letters, figure, lettered, Character.isUpperCase(typed.codePointAt(0)), opening,
				latin);
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
		int character;
		for (int at = 0; at < typed.length(); at += Character.charCount(character)) {
			character = typed.codePointAt(at);
			if (Character.getType(character) != Character.NON_SPACING_MARK) {
				letters.appendCodePoint(Character.toLowerCase(character));
			}
		}
		String decomposed = Normalizer.normalize(letters, Normalizer.Form.NFKD);
		StringBuilder plain = new StringBuilder(decomposed.length());
		for (int at = 0; at < decomposed.length(); at += Character.charCount(character)) {
			character = decomposed.codePointAt(at);
			if (Character.getType(character) != Character.NON_SPACING_MARK) {
				append(character, plain);
			}
		}
		return plain.toString();
	}

	private static void append(int character, StringBuilder plain) {
		switch (character) {
			// Letters of their own to Unicode, but seldom typed by the French
			case 'œ' -> plain.append("oe");
			case 'æ' -> plain.append("ae");
			// The same letter at the end of a Greek word
			case 'ς' -> plain.append('σ');
			default -> plain.appendCodePoint(character);
		}
	}

}
