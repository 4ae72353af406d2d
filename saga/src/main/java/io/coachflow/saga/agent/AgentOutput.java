package io.coachflow.saga.agent;

import io.coachflow.contracts.enrichment.AgentResult;
import io.coachflow.contracts.enrichment.AgentSource;
import io.coachflow.contracts.enrichment.Receipt;

/**
 * An agent's result, and how it was made.
 */
public record AgentOutput(AgentSource source, AgentResult result, Receipt receipt) {
}
