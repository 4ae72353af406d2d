package io.coachflow.console.businesspackage;

import java.util.List;

import io.coachflow.contracts.enrichment.Brief;
import io.coachflow.contracts.enrichment.SessionInput;
import org.jspecify.annotations.Nullable;

/**
 * The brief that the agents were given.
 *
 * @param answers the five answers, by the ids of their steps
 * @param inferredName whether the name was inferred, not told
 * @param inferredSector whether the sector was
 */
record BriefCard(String language, String name, boolean inferredName, String sector, boolean inferredSector,
		@Nullable String location, List<Answer> answers, double completeness, String completenessText,
		double confidence, String confidenceText) {

	/** An answer as the brief has it. */
	record Answer(String step, String text) {
	}

	static BriefCard of(Brief brief, Figures figures) {
		return new BriefCard(brief.language(), brief.businessName(), isInferred(brief, SessionInput.BUSINESS_NAME),
				brief.sector(), isInferred(brief, SessionInput.SECTOR), brief.location(),
				List.of(answer(SessionInput.VISION, brief.vision()), answer(SessionInput.MISSION, brief.mission()),
						answer(SessionInput.CLIENTELE, brief.targetAudience()),
						answer(SessionInput.DIFFERENTIATION, brief.differentiation()),
						answer(SessionInput.OFFRE, brief.valueProposition())),
				brief.completeness(), figures.percent(brief.completeness()), brief.confidence(),
				figures.percent(brief.confidence()));
	}

	private static Answer answer(SessionInput step, String text) {
		return new Answer(step.id(), text);
	}

	private static boolean isInferred(Brief brief, SessionInput fact) {
		return brief.inferred().contains(fact.id());
	}

}
