package io.coachflow.saga.agent.offline;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills texts of the knowledge files with facts: {@code {fact}} becomes the fact, and
 * {@code [what is around a {fact}]} goes away where the fact is not known. Facts are
 * never read as templates.
 */
final class Template {

	private static final Pattern OPTION = Pattern.compile("\\[([^\\[\\]]*)]");

	private static final Pattern FACT = Pattern.compile("\\{(\\w+)}");

	private final Map<String, String> facts;

	Template(Map<String, String> facts) {
		this.facts = Map.copyOf(facts);
	}

	/** The text with its facts; empty where it needs one that is not known. */
	Optional<String> in(String template) {
		String chosen = OPTION.matcher(template)
			.replaceAll((option) -> Matcher.quoteReplacement(knowsAll(option.group(1)) ? option.group(1) : ""));
		return knowsAll(chosen)
				? Optional.of(FACT.matcher(chosen)
					.replaceAll((fact) -> Matcher.quoteReplacement(this.facts.getOrDefault(fact.group(1), ""))))
				: Optional.empty();
	}

	private boolean knowsAll(String text) {
		return FACT.matcher(text).results().allMatch((fact) -> this.facts.containsKey(fact.group(1)));
	}

}
