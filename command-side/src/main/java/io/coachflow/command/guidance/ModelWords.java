package io.coachflow.command.guidance;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * What of a model's words may be shown: plain text, in the language of the conversation.
 */
final class ModelWords {

	private static final Pattern TAGS = Pattern.compile("<[^<>]*+>|[<>]");

	private static final Pattern GAPS = Pattern.compile("[\\s\\p{Zs}\\p{Cc}]++");

	/** What turns the direction of text, or hides it. */
	private static final Pattern HIDDEN = Pattern.compile("[\\p{Cf}\\p{Co}\\p{Cn}&&[^\u200D]]");

	/** Fewer may be a name or a quotation. */
	private static final int EVIDENCE = 4;

	private static final Set<String> ENGLISH;

	private static final Set<String> FRENCH;

	static {
		Set<String> english = Lexicon.stopWords("en");
		Set<String> french = Lexicon.stopWords("fr");
		ENGLISH = english.stream().filter((word) -> !french.contains(word)).collect(Collectors.toUnmodifiableSet());
		FRENCH = french.stream().filter((word) -> !english.contains(word)).collect(Collectors.toUnmodifiableSet());
	}

	private ModelWords() {
	}

	/**
	 * The text in one line without markup, cut to a length; absent where nothing is left.
	 */
	static @Nullable String plain(String text, int longest) {
		String plain = TAGS.matcher(text).replaceAll(" ");
		plain = GAPS.matcher(HIDDEN.matcher(plain).replaceAll("")).replaceAll(" ").strip();
		if (plain.length() > longest) {
			int end = plain.lastIndexOf(' ', longest - 1);
			int cut = (end > longest / 2) ? end : longest - 1;
			plain = plain.substring(0, Character.isHighSurrogate(plain.charAt(cut - 1)) ? cut - 1 : cut) + "…";
		}
		return plain.isEmpty() ? null : plain;
	}

	/** Whether the small words of the other language clearly prevail. */
	static boolean areInAnotherLanguage(List<String> texts, String language) {
		List<String> words = Tokens.of(String.join("\n", texts)).list().stream().map(Token::text).toList();
		long english = words.stream().filter(ENGLISH::contains).count();
		long french = words.stream().filter(FRENCH::contains).count();
		long wrong = language.equals("fr") ? english : french;
		long right = language.equals("fr") ? french : english;
		return wrong >= EVIDENCE && wrong > 2 * right;
	}

}
