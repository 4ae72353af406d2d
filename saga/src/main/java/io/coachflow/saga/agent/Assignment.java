package io.coachflow.saga.agent;

import io.coachflow.contracts.enrichment.Agent;
import io.coachflow.contracts.enrichment.Brief;

/**
 * What an agent is to do.
 *
 * @param sessionId whose budget pays
 * @param generation from 1; another generation of the same brief may turn out otherwise
 */
public record Assignment(Agent agent, String sessionId, Brief brief, int generation) {
}
