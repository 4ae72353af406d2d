package io.coachflow.saga.agent.model;

import io.coachflow.contracts.enrichment.AgentResult;
import io.coachflow.contracts.enrichment.Brief;

/**
 * What a model fills in: flat, and without anything that code knows better.
 */
interface Draft {

	/**
	 * The result that the draft makes.
	 * @throws io.coachflow.saga.agent.SvgRefusedException if a drawing is not allowed
	 */
	AgentResult finish(Brief brief);

}
