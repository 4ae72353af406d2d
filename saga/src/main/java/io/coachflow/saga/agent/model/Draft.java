package io.coachflow.saga.agent.model;

import java.util.List;
import java.util.Locale;

import io.coachflow.contracts.enrichment.AgentResult;
import io.coachflow.contracts.enrichment.Brief;

/**
 * What a model fills in: flat, and without what code can compute.
 */
interface Draft {

	/**
	 * Completes the draft to a result.
	 * @throws io.coachflow.saga.agent.SvgRefusedException if a drawing is not allowed
	 */
	AgentResult finish(Brief brief);

	static List<String> stripped(List<String> texts) {
		return texts.stream().map(String::strip).toList();
	}

	/** The name of a constant in results. */
	static String id(Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT);
	}

}
