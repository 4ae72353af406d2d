package io.coachflow.contracts.enrichment;

import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The business in a few fields: the input of the agents.
 *
 * @param language the session's language, {@code en} or {@code fr}, in which the package
 * is written
 * @param businessName as given at the start, or inferred
 * @param targetAudience the answer to clientele
 * @param valueProposition the answer to offre
 * @param sector as given at the start, or inferred; {@code general} if unknown
 * @param location city and country as given; null if neither was
 * @param completeness the share of the fields that the entrepreneur gave, 0 to 1, two
 * decimals
 * @param confidence the mean score of the five answers, 0 to 1, two decimals
 * @param inferred the fields that were inferred, by their names in JSON
 */
public record Brief(@Schema(allowableValues = {
		"en", "fr" }) String language, @JsonProperty("business_name") String businessName, String vision,
		String mission, @JsonProperty("target_audience") String targetAudience, String differentiation,
		@JsonProperty("value_proposition") String valueProposition, String sector, @Nullable String location,
		double completeness, double confidence, List<String> inferred){

	public Brief {
		inferred = List.copyOf(inferred);
	}

	/** A brief with these fields alone: of the others texts are empty, numbers 0. */
	public Brief only(Set<BriefField> fields) {
		return new Brief(text(BriefField.LANGUAGE, this.language, fields),
				text(BriefField.BUSINESS_NAME, this.businessName, fields), text(BriefField.VISION, this.vision, fields),
				text(BriefField.MISSION, this.mission, fields),
				text(BriefField.TARGET_AUDIENCE, this.targetAudience, fields),
				text(BriefField.DIFFERENTIATION, this.differentiation, fields),
				text(BriefField.VALUE_PROPOSITION, this.valueProposition, fields),
				text(BriefField.SECTOR, this.sector, fields),
				fields.contains(BriefField.LOCATION) ? this.location : null,
				fields.contains(BriefField.COMPLETENESS) ? this.completeness : 0,
				fields.contains(BriefField.CONFIDENCE) ? this.confidence : 0,
				this.inferred.stream()
					.filter((name) -> fields.stream().anyMatch((field) -> field.id().equals(name)))
					.toList());
	}

	private static String text(BriefField field, String text, Set<BriefField> fields) {
		return fields.contains(field) ? text : "";
	}

}
