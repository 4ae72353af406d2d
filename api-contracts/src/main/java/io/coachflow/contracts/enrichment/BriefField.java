package io.coachflow.contracts.enrichment;

import java.util.Locale;
import java.util.Set;

/**
 * The fields of a {@link Brief}, and the answers and facts from which each is made. What
 * was inferred belongs to the field that it is about.
 */
public enum BriefField {

	LANGUAGE, BUSINESS_NAME, VISION, MISSION, TARGET_AUDIENCE, DIFFERENTIATION, VALUE_PROPOSITION, SECTOR, LOCATION,
	COMPLETENESS, CONFIDENCE;

	/** The name in JSON. */
	public String id() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * The answers and facts that this field of the brief holds. A name or a sector that
	 * was inferred counts as itself.
	 */
	public Set<SessionInput> sources() {
		return switch (this) {
			case LANGUAGE -> Set.of();
			case VISION -> Set.of(SessionInput.VISION);
			case MISSION -> Set.of(SessionInput.MISSION);
			case TARGET_AUDIENCE -> Set.of(SessionInput.CLIENTELE);
			case DIFFERENTIATION -> Set.of(SessionInput.DIFFERENTIATION);
			case VALUE_PROPOSITION -> Set.of(SessionInput.OFFRE);
			case BUSINESS_NAME -> Set.of(SessionInput.BUSINESS_NAME);
			case SECTOR -> Set.of(SessionInput.SECTOR);
			case LOCATION -> Set.of(SessionInput.CITY, SessionInput.COUNTRY);
			case COMPLETENESS -> SessionInput.FACTS;
			case CONFIDENCE -> SessionInput.ANSWERS;
		};
	}

}
