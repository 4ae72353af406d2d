package io.coachflow.saga.agent.offline;

import java.util.List;
import java.util.Map;

/**
 * A template for a website, in one language.
 *
 * @param words of an answer that calls for it
 * @param sectors how well it fits each sector by itself, in hundredths
 * @param reason what it is good at
 */
record TemplateKnowledge(String id, String name, List<String> words, Map<String, Integer> sectors, String reason,
		List<SectionTexts> sections) implements Keyworded {

	/** A section of the page. */
	record SectionTexts(String name, String purpose) {
	}

	/** All templates of a language. */
	record TemplateFile(List<TemplateKnowledge> templates) {
	}

}
