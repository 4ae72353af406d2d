package io.coachflow.saga.agent;

import io.coachflow.contracts.enrichment.AgentResult;
import io.coachflow.contracts.enrichment.AgentSource;
import io.coachflow.contracts.enrichment.Receipt;

/**
 * What an agent made, and how.
 */
public record AgentOutput(AgentSource source, AgentResult result, Receipt receipt) {
}
