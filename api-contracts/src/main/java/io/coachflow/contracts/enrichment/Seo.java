package io.coachflow.contracts.enrichment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How the website is found by search engines.
 *
 * @param title of the page, at most 60 characters
 * @param description of the page, at most 160 characters
 * @param headings of the page, the first of level 1
 * @param jsonLd structured data in the vocabulary of schema.org
 */
public record Seo(@JsonProperty("primary_keywords") List<String> primaryKeywords,
		@JsonProperty("secondary_keywords") List<String> secondaryKeywords, String title, String description,
		List<Heading> headings, @JsonProperty("json_ld") Map<String, Object> jsonLd) implements AgentResult {

	/** The longest title that search engines show in full, in characters. */
	public static final int MAX_TITLE = 60;

	/** The longest description that search engines show in full, in characters. */
	public static final int MAX_DESCRIPTION = 160;

	public Seo {
		primaryKeywords = List.copyOf(primaryKeywords);
		secondaryKeywords = List.copyOf(secondaryKeywords);
		headings = List.copyOf(headings);
		// Map.copyOf changes the order, so that nodes would serialize the same result
		// differently
		jsonLd = Collections.unmodifiableMap(new LinkedHashMap<>(jsonLd));
	}

	/**
	 * A heading.
	 *
	 * @param level 1 to 3
	 */
	public record Heading(int level, String text) {
	}

}
