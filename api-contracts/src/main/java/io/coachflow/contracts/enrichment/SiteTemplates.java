package io.coachflow.contracts.enrichment;

import java.util.List;

/**
 * Templates for the website, the best first.
 */
public record SiteTemplates(List<SiteTemplate> templates) implements AgentResult {

	public SiteTemplates {
		templates = List.copyOf(templates);
	}

	/**
	 * One template.
	 *
	 * @param id stable, such as {@code booking}
	 * @param score how well it fits, 0 to 1, two decimals
	 * @param reasons why it fits
	 * @param sections of the page, from the top
	 */
	public record SiteTemplate(String id, String name, double score, List<String> reasons, List<PageSection> sections) {

		public SiteTemplate {
			reasons = List.copyOf(reasons);
			sections = List.copyOf(sections);
		}

	}

	/** A section of the page, and what it is for. */
	public record PageSection(String name, String purpose) {
	}

}
