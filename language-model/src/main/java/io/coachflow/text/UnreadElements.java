package io.coachflow.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Removes what a browser does not show: scripts, styles and comments, with their content.
 * Unclosed ones stay. Takes linear time: each end tag is searched for once, however many
 * start tags there are.
 */
final class UnreadElements {

	private static final Pattern BEGINNING = Pattern.compile("(?i)<!--|<(script|style)\\b");

	private static final Pattern SCRIPT_END = Pattern.compile("(?i)</script\\s*+>");

	private static final Pattern STYLE_END = Pattern.compile("(?i)</style\\s*+>");

	private static final Pattern COMMENT_END = Pattern.compile("-->");

	private final String text;

	private final Ending script;

	private final Ending style;

	private final Ending comment;

	private UnreadElements(String text) {
		this.text = text;
		this.script = new Ending(SCRIPT_END.matcher(text));
		this.style = new Ending(STYLE_END.matcher(text));
		this.comment = new Ending(COMMENT_END.matcher(text));
	}

	static String without(String text) {
		return new UnreadElements(text).left();
	}

	private String left() {
		Matcher beginning = BEGINNING.matcher(this.text);
		StringBuilder left = new StringBuilder(this.text.length());
		int from = 0;
		while (beginning.find()) {
			int end = (beginning.start() >= from) ? ending(beginning).after(beginning.end()) : -1;
			if (end >= 0) {
				left.append(this.text, from, beginning.start()).append(' ');
				from = end;
			}
		}
		return left.append(this.text, from, this.text.length()).toString();
	}

	private Ending ending(Matcher beginning) {
		String element = beginning.group(1);
		if (element == null) {
			return this.comment;
		}
		return element.equalsIgnoreCase("script") ? this.script : this.style;
	}

	/** The end tags of one kind, searched for from the front, each once. */
	private static final class Ending {

		private final Matcher matcher;

		private boolean found;

		Ending(Matcher matcher) {
			this.matcher = matcher;
			this.found = matcher.find();
		}

		/**
		 * The end of the first end tag at or after {@code start}; -1 if there is none.
		 */
		int after(int start) {
			while (this.found && this.matcher.start() < start) {
				this.found = this.matcher.find();
			}
			return this.found ? this.matcher.end() : -1;
		}

	}

}
