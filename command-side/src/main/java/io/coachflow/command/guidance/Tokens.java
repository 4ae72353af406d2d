package io.coachflow.command.guidance;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A text as a sequence of words. One pass over the characters, without regular
 * expressions, so that no text takes longer than its length deserves.
 *
 * @param list the words, in the order of the text
 * @param signs the different signs of money and proportion: $, €, £, %, ...
 */
record Tokens(List<Token> list, Set<String> signs) {

	// Chinese and Japanese put no spaces between words, and most of their words have two
	// characters: without this a sentence of theirs would be a single word
	private static final int UNSPACED_WORD = 2;

	// No such character comes before the radicals of Chinese, and looking up a script
	// takes
	// a search
	private static final int FIRST_UNSPACED = 0x2E80;

	static Tokens of(String text) {
		return new Reader(text).read();
	}

	/**
	 * Whether most words are written in another script than the Latin one, which is the
	 * only one that the word lists know.
	 */
	boolean mostlyForeignScript() {
		long lettered = this.list.stream().filter(Token::lettered).count();
		long latin = this.list.stream().filter(Token::latin).count();
		return lettered > 0 && 2 * (lettered - latin) > lettered;
	}

	/**
	 * Whether most words begin with a capital, as in a title or a shouted text: a capital
	 * then tells nothing about names.
	 */
	boolean mostlyCapitals() {
		return 2 * this.list.stream().filter(Token::capital).count() > this.list.size();
	}

	private static final class Reader {

		private final int[] text;

		private final List<Token> words = new ArrayList<>();

		private final Set<String> signs = new HashSet<>();

		private boolean opening = true;

		Reader(String text) {
			this.text = text.codePoints().toArray();
		}

		Tokens read() {
			int at = 0;
			while (at < this.text.length) {
				if (Character.isLetterOrDigit(this.text[at])) {
					int end = endOfWord(at);
					this.words.add(Token.of(new String(this.text, at, end - at), this.opening));
					this.opening = false;
					at = end;
				}
				else {
					gap(this.text[at]);
					at++;
				}
			}
			return new Tokens(List.copyOf(this.words), Set.copyOf(this.signs));
		}

		private int endOfWord(int start) {
			boolean unspaced = isUnspaced(this.text[start]);
			int characters = 1;
			int end = start + 1;
			while (end < this.text.length) {
				int next = this.text[end];
				boolean letter = Character.isLetterOrDigit(next);
				if (letter && (isUnspaced(next) != unspaced || (unspaced && characters == UNSPACED_WORD))) {
					break;
				}
				if (!letter && !isMark(next) && !joinsDigits(end)) {
					break;
				}
				characters += letter ? 1 : 0;
				end++;
			}
			return end;
		}

		private void gap(int character) {
			if (Character.getType(character) == Character.CURRENCY_SYMBOL || character == '%' || character == '‰') {
				this.signs.add(Character.toString(character));
			}
			this.opening |= ".!?…:•\n。！？".indexOf(character) >= 0;
		}

		// 1,500 and 3.5 and, with the narrow spaces of French typography, 1 500
		private boolean joinsDigits(int at) {
			return ".,\u00A0\u202F".indexOf(this.text[at]) >= 0 && Character.isDigit(this.text[at - 1])
					&& at + 1 < this.text.length && Character.isDigit(this.text[at + 1]);
		}

		private static boolean isMark(int character) {
			int type = Character.getType(character);
			return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
		}

		private static boolean isUnspaced(int character) {
			if (character < FIRST_UNSPACED) {
				return false;
			}
			Character.UnicodeScript script = Character.UnicodeScript.of(character);
			return script == Character.UnicodeScript.HAN || script == Character.UnicodeScript.HIRAGANA
					|| script == Character.UnicodeScript.KATAKANA;
		}

	}

}
