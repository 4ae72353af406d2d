package io.coachflow.console.history;

import org.jspecify.annotations.Nullable;

/**
 * A short fact of an event or of a state.
 *
 * @param label the key of what it is
 * @param key the key of words for the value, with the text as their argument; null if the
 * text is shown as it is
 */
record Fact(String label, @Nullable String key, String text) {

	/** A name that the log uses. */
	static Fact term(String label, Terms terms, String name) {
		return new Fact(label, terms.key(name), name);
	}

	static Fact text(String label, String text) {
		return new Fact(label, null, text);
	}

	/** A share of 0 to 1, shown in percent. */
	static Fact share(String label, double share) {
		return new Fact(label, "history.percent", Long.toString(Math.round(100 * share)));
	}

}
