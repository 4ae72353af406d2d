package io.coachflow.contracts.enrichment;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Three logo concepts.
 */
public record Logo(List<Concept> concepts) implements AgentResult {

	public Logo {
		concepts = List.copyOf(concepts);
	}

	/**
	 * One concept.
	 *
	 * @param rationale why it fits the business
	 * @param svg a drawing that uses only allowed elements and attributes, safe to show
	 */
	public record Concept(String name, String rationale, Palette palette, Typography typography, String svg) {
	}

	/**
	 * Colours as {@code #rrggbb}.
	 *
	 * @param contrast of text on background, from 1 to 21, two decimals; at least 4.5,
	 * which is level AA of WCAG 2.2 (1.4.3)
	 */
	public record Palette(String primary, String accent, String background, String text, double contrast) {
	}

	/** Typefaces that are free to use. */
	public record Typography(@JsonProperty("headings") String headings, @JsonProperty("body") String body) {
	}

}
