package io.coachflow.saga.agent;

import io.coachflow.contracts.enrichment.Agent;
import io.coachflow.contracts.enrichment.Brief;

/**
 * An agent's task.
 *
 * @param sessionId of the session whose token budget is charged
 * @param generation from 1; another generation of the same brief may give another result
 */
public record Assignment(Agent agent, String sessionId, Brief brief, int generation) {
}
