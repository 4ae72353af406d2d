package io.coachflow.query.markdown;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Escapes texts for CommonMark, GitHub's dialect and HTML: nothing in them becomes an
 * element, a link, an image or a block.
 */
final class MarkdownText {

	/**
	 * Control characters, and those that change the direction of the text around them.
	 */
	private static final Pattern INVISIBLE = Pattern
		.compile("[\\p{Cc}&&[^\\n\\t]]|[\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");

	private static final Pattern ACTIVE = Pattern.compile("[\\\\`*_\\[\\]|~$]");

	/**
	 * What may be one address. Each character is read once, however long the text is.
	 */
	private static final Pattern RUNS = Pattern.compile("[^\\s`|<>\\\\]++");

	/** What makes GitHub turn a run into a link, unless it is code. */
	private static final Pattern ADDRESS = Pattern.compile("(?i)://|www\\.|(?<=\\S)@(?=[^\\s`|<>\\\\])");

	/** Headings, lists and underlines begin like this; headings also end like this. */
	private static final Pattern BLOCKS = Pattern.compile("^[#+=-]|(?<=^\\d{1,9})[.)](?=\\s|$)|(?<=\\s|^)#(?=#*$)");

	private static final Pattern ENTITIES = Pattern.compile("&(?=[\\w#])");

	private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}#.:/+-]{1,100}");

	private MarkdownText() {
	}

	/** The text on one line. */
	static String inline(String text) {
		String line = INVISIBLE.matcher(text).replaceAll("").replaceAll("\\s+", " ").strip();
		StringBuilder escaped = new StringBuilder();
		Matcher run = RUNS.matcher(line);
		Matcher address = ADDRESS.matcher(line).useTransparentBounds(true);
		int end = 0;
		while (run.find()) {
			if (address.region(run.start(), run.end()).find()) {
				escaped.append(escaped(line.substring(end, run.start()))).append('`').append(run.group()).append('`');
				end = run.end();
			}
		}
		String all = escaped.append(escaped(line.substring(end))).toString();
		return BLOCKS.matcher(all).replaceAll("\\\\$0");
	}

	private static String escaped(String text) {
		String escaped = ACTIVE.matcher(text).replaceAll("\\\\$0");
		return ENTITIES.matcher(escaped).replaceAll("&amp;").replace("<", "&lt;").replace(">", "&gt;");
	}

	/** The text with its lines and paragraphs; empty if it is blank. */
	static String lines(String text) {
		String[] paragraphs = text.replaceAll("\\R", "\n").strip().split("\\n\\s*\\n");
		return List.of(paragraphs)
			.stream()
			.map((paragraph) -> paragraph.lines()
				.map(MarkdownText::inline)
				.filter((line) -> !line.isEmpty())
				.collect(Collectors.joining("  \n")))
			.filter((paragraph) -> !paragraph.isEmpty())
			.collect(Collectors.joining("\n\n"));
	}

	/** The text as code if it is a plain name or number, else escaped. */
	static String code(String text) {
		return PLAIN.matcher(text).matches() ? "`" + text + "`" : inline(text);
	}

}
