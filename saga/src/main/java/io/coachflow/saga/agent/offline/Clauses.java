package io.coachflow.saga.agent.offline;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes sentences apart where they breathe.
 */
final class Clauses {

	// Not inside a number: 1,500
	private static final Pattern BORDER = Pattern.compile("\\s*[,;:–—](?=\\s)");

	private static final int FEWEST = 30;

	private Clauses() {
	}

	/** The sentence up to its last border that fits; empty where that says too little. */
	static Optional<String> upTo(String sentence, int longest) {
		Matcher borders = BORDER.matcher(sentence);
		int end = 0;
		while (borders.find() && borders.start() < longest) {
			end = borders.start();
		}
		return (end >= FEWEST) ? Optional.of(sentence.substring(0, end)) : Optional.empty();
	}

	static List<String> of(String sentence) {
		return BORDER.splitAsStream(sentence).map(String::strip).filter((clause) -> !clause.isEmpty()).toList();
	}

}
