package io.coachflow.command.guidance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A text as a sequence of words. One pass over the characters, without regular
 * expressions, so that no text takes longer than its length deserves.
 *
 * @param list the words, in the order of the text
 * @param signs the different signs of money and proportion: $, €, £, %, ...
 * @param onlyAsks whether every sentence is a question; false if there is none
 */
record Tokens(List<Token> list, Set<String> signs, boolean onlyAsks) {

	// Chinese and Japanese put no spaces between words, and most of their words have two
	// characters: without this a sentence of theirs would be a single word
	private static final int UNSPACED_WORD = 2;

	// Characters below need no search for their script: Chinese radicals come first
	private static final int FIRST_UNSPACED = 0x2E80;

	// Latin letters, digits and signs come before
	private static final int FIRST_MARK = 0x300;

	static Tokens of(String text) {
		return new Reader(text).read();
	}

	/**
	 * Whether most words are written in another script than the Latin one, which is the
	 * only one that the word lists know.
	 */
	boolean mostlyForeignScript() {
		int lettered = 0;
		int latin = 0;
		for (Token word : this.list) {
			lettered += word.lettered() ? 1 : 0;
			latin += word.latin() ? 1 : 0;
		}
		return lettered > 0 && 2 * (lettered - latin) > lettered;
	}

	/**
	 * Whether most words begin with a capital, as in a title or a shouted text: a capital
	 * then tells nothing about names.
	 */
	boolean mostlyCapitals() {
		int capitals = 0;
		for (Token word : this.list) {
			capitals += word.capital() ? 1 : 0;
		}
		return 2 * capitals > this.list.size();
	}

	private static final class Reader {

		private final String text;

		private final List<Token> words = new ArrayList<>();

		private final Set<String> signs = new HashSet<>();

		private boolean opening = true;

		private boolean asks;

		private boolean says;

		Reader(String text) {
			this.text = text;
		}

		Tokens read() {
			int at = 0;
			while (at < this.text.length()) {
				int character = this.text.codePointAt(at);
				if (Character.isLetterOrDigit(character)) {
					int end = endOfWord(at);
					this.words.add(Token.of(this.text.substring(at, end), this.opening));
					this.opening = false;
					at = end;
				}
				else {
					gap(character);
					at += Character.charCount(character);
				}
			}
			return new Tokens(Collections.unmodifiableList(this.words), this.signs,
					this.asks && !this.says && this.opening);
		}

		private int endOfWord(int start) {
			int first = this.text.codePointAt(start);
			boolean unspaced = isUnspaced(first);
			int characters = 1;
			int end = start + Character.charCount(first);
			while (end < this.text.length()) {
				int next = this.text.codePointAt(end);
				boolean letter = Character.isLetterOrDigit(next);
				if (letter && (isUnspaced(next) != unspaced || (unspaced && characters == UNSPACED_WORD))) {
					break;
				}
				if (!letter && !isMark(next) && !joinsDigits(end)) {
					break;
				}
				characters += letter ? 1 : 0;
				end += Character.charCount(next);
			}
			return end;
		}

		private void gap(int character) {
			if (character == ' ') {
				return;
			}
			if (Character.getType(character) == Character.CURRENCY_SYMBOL || character == '%' || character == '‰') {
				this.signs.add(Character.toString(character));
			}
			if (".!?…:•\n。！？".indexOf(character) >= 0) {
				endSentence(character);
			}
		}

		private void endSentence(int mark) {
			if (!this.opening) {
				boolean question = mark == '?' || mark == '？';
				this.asks |= question;
				this.says |= !question && mark != ':';
			}
			this.opening = true;
		}

		// 1,500 and 3.5 and, with the narrow spaces of French typography, 1 500
		private boolean joinsDigits(int at) {
			return ".,\u00A0\u202F".indexOf(this.text.charAt(at)) >= 0
					&& Character.isDigit(this.text.codePointBefore(at)) && at + 1 < this.text.length()
					&& Character.isDigit(this.text.codePointAt(at + 1));
		}

		private static boolean isMark(int character) {
			if (character < FIRST_MARK) {
				return false;
			}
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
