package io.coachflow.saga.agent;

import java.util.List;

import io.coachflow.contracts.enrichment.Agent;
import io.coachflow.contracts.enrichment.Brief;
import org.jspecify.annotations.Nullable;

/**
 * An agent's task.
 *
 * @param sessionId of the session whose token budget is charged
 * @param brief with the fields that the agent reads; the others are empty
 * @param generation from 1; another generation of the same brief may give another result
 * @param wish what the owner wishes of this version; null for nothing
 */
public record Assignment(Agent agent, String sessionId, Brief brief, int generation, @Nullable String wish) {

	/** Without a wish. */
	public Assignment(Agent agent, String sessionId, Brief brief, int generation) {
		this(agent, sessionId, brief, generation, null);
	}

	public Assignment {
		brief = AgentInputs.of(agent, brief);
	}

	/**
	 * The answers and facts that the brief holds, as a receipt has them.
	 */
	public List<String> inputs() {
		return AgentInputs.names(this.agent);
	}

}
