package io.coachflow.command.guidance;

import java.util.List;
import java.util.regex.Pattern;

import io.coachflow.text.LanguageGuess;
import org.jspecify.annotations.Nullable;

/**
 * Checks and cleans a model's texts before they are shown: plain text, in the language of
 * the conversation.
 */
public final class ModelWords {

	private static final Pattern TAGS = Pattern.compile("<[^<>]*+>|[<>]");

	private static final Pattern GAPS = Pattern.compile("[\\s\\p{Zs}\\p{Cc}]++");

	/** Characters that change the direction of text, or are invisible. */
	private static final Pattern HIDDEN = Pattern.compile("[\\p{Cf}\\p{Co}\\p{Cn}&&[^\u200D]]");

	private static final LanguageGuess GUESS = new LanguageGuess(Lexicon.stopWords("en"), Lexicon.stopWords("fr"));

	private ModelWords() {
	}

	/**
	 * The text in one line without markup, cut to a length; null if nothing is left.
	 * @param longest in characters
	 */
	public static @Nullable String plain(String text, int longest) {
		String plain = TAGS.matcher(text).replaceAll(" ");
		plain = GAPS.matcher(HIDDEN.matcher(plain).replaceAll("")).replaceAll(" ").strip();
		if (plain.length() > longest) {
			int end = plain.lastIndexOf(' ', longest - 1);
			int cut = (end > longest / 2) ? end : longest - 1;
			plain = plain.substring(0, Character.isHighSurrogate(plain.charAt(cut - 1)) ? cut - 1 : cut) + "…";
		}
		return plain.isEmpty() ? null : plain;
	}

	/** Whether the stop words of the other language clearly prevail. */
	public static boolean areInAnotherLanguage(List<String> texts, String language) {
		return GUESS.isAnother(Tokens.of(String.join("\n", texts)).list().stream().map(Token::text).toList(), language);
	}

}
