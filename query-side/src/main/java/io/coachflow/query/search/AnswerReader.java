package io.coachflow.query.search;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Splits a text into words at every character that is neither a letter nor a digit, such
 * as dots, slashes, apostrophes and brackets. Takes linear time.
 */
final class AnswerReader {

	/** PostgreSQL keeps no position beyond 16,383. */
	static final int MOST_WORDS = 16_000;

	/** In characters; longer words are cut. */
	private static final int LONGEST_WORD = 60;

	/**
	 * In characters after normalization, which can make eighteen of one; PostgreSQL takes
	 * a megabyte of words.
	 */
	private static final int LONGEST_TEXT = 50_000;

	// Sorting many marks on one letter takes quadratic time
	private static final Pattern TOWERS = Pattern.compile("(\\p{M}{4})\\p{M}++");

	private static final Set<UnicodeScript> UNSPACED = EnumSet.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA,
			UnicodeScript.KATAKANA, UnicodeScript.THAI, UnicodeScript.LAO, UnicodeScript.KHMER, UnicodeScript.MYANMAR);

	/** No script without spaces has a letter before it. */
	private static final int FIRST_UNSPACED = 0x0E00;

	private final int[] text;

	private final List<AnswerWord> words = new ArrayList<>();

	/**
	 * A word of a text, in lower case. In a script without spaces between words, it is
	 * two adjacent characters, and the second also begins the next one.
	 *
	 * @param position which of the text's words it is, from 1
	 * @param unspaced whether it is of such a script
	 * @param lone whether no character of such a script follows: then it is one character
	 * only
	 * @param first whether no character of such a script precedes it
	 */
	record AnswerWord(String text, int position, boolean unspaced, boolean lone, boolean first) {
	}

	private AnswerReader(String text) {
		this.text = text.codePoints().filter((character) -> Character.getType(character) != Character.FORMAT).toArray();
	}

	static List<AnswerWord> words(String text) {
		String plain = Normalizer.normalize(TOWERS.matcher(text).replaceAll("$1"), Normalizer.Form.NFKC);
		return new AnswerReader(plain.substring(0, Math.min(plain.length(), LONGEST_TEXT))).read();
	}

	private List<AnswerWord> read() {
		int at = 0;
		boolean afterUnspaced = false;
		while (at < this.text.length && this.words.size() < MOST_WORDS) {
			if (!Character.isLetterOrDigit(this.text[at])) {
				afterUnspaced = false;
				at++;
			}
			else if (isUnspaced(this.text[at])) {
				int end = endOfCharacter(at);
				boolean lone = end == this.text.length || !isUnspaced(this.text[end]);
				add(at, lone ? end : endOfCharacter(end), true, lone, !afterUnspaced);
				afterUnspaced = true;
				at = end;
			}
			else {
				int end = endOfWord(at);
				add(at, end, false, false, true);
				afterUnspaced = false;
				at = end;
			}
		}
		return this.words;
	}

	private void add(int start, int end, boolean unspaced, boolean lone, boolean first) {
		StringBuilder word = new StringBuilder();
		for (int i = start; i < Math.min(end, start + LONGEST_WORD); i++) {
			// One by one: Java's lower case of a whole text can take quadratic time
			int small = Character.toLowerCase(this.text[i]);
			word.appendCodePoint((small == 'ς') ? 'σ' : small);
		}
		this.words.add(new AnswerWord(word.toString(), this.words.size() + 1, unspaced, lone, first));
	}

	private int endOfWord(int start) {
		int end = start + 1;
		while (end < this.text.length && (isMark(this.text[end]) || joinsDigits(end)
				|| (Character.isLetterOrDigit(this.text[end]) && !isUnspaced(this.text[end])))) {
			end++;
		}
		return end;
	}

	private int endOfCharacter(int start) {
		int end = start + 1;
		while (end < this.text.length && isMark(this.text[end])) {
			end++;
		}
		return end;
	}

	/** As in 1,500 and 3.5. */
	private boolean joinsDigits(int at) {
		return (this.text[at] == '.' || this.text[at] == ',') && Character.isDigit(this.text[at - 1])
				&& at + 1 < this.text.length && Character.isDigit(this.text[at + 1]);
	}

	private static boolean isMark(int character) {
		return switch (Character.getType(character)) {
			case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> true;
			default -> false;
		};
	}

	private static boolean isUnspaced(int character) {
		return character >= FIRST_UNSPACED && Character.isLetter(character)
				&& UNSPACED.contains(UnicodeScript.of(character));
	}

}
