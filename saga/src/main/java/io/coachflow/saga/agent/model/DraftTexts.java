package io.coachflow.saga.agent.model;

import java.util.List;
import java.util.Locale;

/**
 * Small mends of what a model wrote, where another round would cost more than it brings.
 */
final class DraftTexts {

	private DraftTexts() {
	}

	static List<String> stripped(List<String> texts) {
		return texts.stream().map(String::strip).toList();
	}

	/** The name of a constant, as results write it. */
	static String of(Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT);
	}

}
