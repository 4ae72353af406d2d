package io.coachflow.text;

import java.text.BreakIterator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Turns user input into text that is safe to show anywhere: without HTML, Markdown,
 * control characters and characters that change the text direction.
 */
public final class PlainText {

	private static final String ELLIPSIS = "…";

	private static final Pattern TAGS = Pattern.compile("</?+[\\p{Alpha}!?][^<>]*+>");

	private static final Pattern OPENED = Pattern.compile("(?<!<)<++(?=[\\p{Alpha}/!?])");

	private static final Pattern LINKS = Pattern.compile("!?\\[([^\\[\\]]{0,200})]\\([^()\\s]{0,500}\\)");

	private static final Pattern BULLETS = Pattern.compile("(?m)^\\h*+(?:[-*+•>]|#{1,6}|\\d{1,2}[.)])\\s++");

	private static final Pattern EMPHASIS = Pattern.compile("`+|(?<!\\s)\\*++|\\*++(?!\\s)|__++");

	// At most four combining marks on a letter
	private static final Pattern MARK_RUNS = Pattern.compile("(\\p{M}{4})\\p{M}++");

	private static final Pattern BREAKS = Pattern.compile("[\\n\\r\\u000B\\f\\u0085\\u2028\\u2029]++");

	private static final Pattern GAPS = Pattern.compile("[\\s\\u00A0\\u2007\\u202F\\p{Zs}]++");

	private PlainText() {
	}

	/** The text in one line; empty if nothing readable is left. */
	public static String of(String typed) {
		return String.join(" ", lines(typed));
	}

	/** The text's sentences, lines and list items, in their order, none empty. */
	public static List<String> sentences(String typed, Locale language) {
		List<String> sentences = new ArrayList<>();
		for (String line : lines(typed)) {
			BreakIterator borders = BreakIterator.getSentenceInstance(language);
			borders.setText(line);
			int start = borders.first();
			for (int end = borders.next(); end != BreakIterator.DONE; end = borders.next()) {
				String sentence = line.substring(start, end).strip();
				if (!sentence.isEmpty()) {
					sentences.add(sentence);
				}
				start = end;
			}
		}
		return sentences;
	}

	/**
	 * The text, cut at a word boundary and ended with an ellipsis if it is longer than
	 * the given number of code points.
	 */
	public static String shortened(String text, int longest) {
		if (text.codePointCount(0, text.length()) <= longest) {
			return text;
		}
		int end = text.offsetByCodePoints(0, longest - 1);
		BreakIterator words = BreakIterator.getWordInstance(Locale.ROOT);
		words.setText(text);
		int border = words.isBoundary(end) ? end : words.preceding(end);
		// A word that fills more than half of the text is cut inside, but no character is
		if (border < end / 2) {
			BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
			characters.setText(text);
			border = characters.isBoundary(end) ? end : characters.preceding(end);
		}
		int cut = (border > 0) ? border : end;
		while (cut > 0 && " ,;:.–—-(«“\"'’".indexOf(text.charAt(cut - 1)) >= 0) {
			cut--;
		}
		return text.substring(0, cut) + ELLIPSIS;
	}

	/**
	 * The text in lower case, character by character, since {@link String#toLowerCase()}
	 * can take quadratic time.
	 */
	public static String lower(String text) {
		StringBuilder lower = new StringBuilder(text.length());
		text.codePoints().map(Character::toLowerCase).forEach(lower::appendCodePoint);
		return lower.toString();
	}

	private static List<String> lines(String typed) {
		String text = UnreadElements.without(typed);
		text = TAGS.matcher(text).replaceAll(" ");
		text = LINKS.matcher(text).replaceAll("$1");
		text = BULLETS.matcher(text).replaceAll("\n");
		text = EMPHASIS.matcher(text).replaceAll("");
		text = visible(MARK_RUNS.matcher(text).replaceAll("$1"));
		text = Normalizer.normalize(OPENED.matcher(text).replaceAll(""), Normalizer.Form.NFC);
		return BREAKS.splitAsStream(text)
			.map((line) -> GAPS.matcher(line).replaceAll(" ").strip())
			.filter((line) -> !line.isEmpty())
			.toList();
	}

	private static String visible(String text) {
		StringBuilder visible = new StringBuilder(text.length());
		text.codePoints().filter(PlainText::isVisible).forEach(visible::appendCodePoint);
		return visible.toString();
	}

	private static boolean isVisible(int character) {
		return switch (Character.getType(character)) {
			case Character.CONTROL -> character >= '\t' && character <= '\r';
			case Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> false;
			// Joiners are needed for Indic scripts, Persian and many emoji
			case Character.FORMAT -> character == 0x200C || character == 0x200D;
			default -> true;
		};
	}

	/** Whether a character changes the direction of the text after it. */
	public static boolean turns(int character) {
		return (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069);
	}

}
