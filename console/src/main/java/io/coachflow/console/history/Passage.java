package io.coachflow.console.history;

import org.jspecify.annotations.Nullable;

/**
 * Words that somebody said or was shown.
 *
 * @param label the key of what they are
 * @param language the language that they are known to be in; null for any
 * @param cut whether the text is a beginning only
 */
record Passage(String label, String text, @Nullable String language, boolean cut) {

	/** More characters than this are folded away behind their beginning. */
	private static final int SHOWN = 280;

	private static final int BEGINNING = 160;

	/** More characters than this are shown on the event's own page alone. */
	private static final int MOST = 1_500;

	/** Words of any language, all of them. */
	static Passage of(String label, String text) {
		return new Passage(label, text, null, false);
	}

	public boolean isLong() {
		return this.text.length() > SHOWN;
	}

	/** The first words. */
	public String beginning() {
		return start(this.text, BEGINNING) + "…";
	}

	/** The same, or its beginning if it is too long for a page with others. */
	Passage shortened() {
		return (this.text.length() <= MOST) ? this
				: new Passage(this.label, start(this.text, MOST) + "…", this.language, true);
	}

	/** Ends after a word if one ends near, and never inside a character. */
	private static String start(String text, int length) {
		int space = text.lastIndexOf(' ', length);
		int end = (space > length / 2) ? space : length;
		return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
	}

}
