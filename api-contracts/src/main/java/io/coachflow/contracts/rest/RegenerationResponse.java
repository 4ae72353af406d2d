package io.coachflow.contracts.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.coachflow.contracts.enrichment.Agent;
import io.coachflow.contracts.enrichment.AgentState;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * The response to a request to run an agent again.
 *
 * @param generation the agent's current generation, from 1; not a new one if the last had
 * not ended
 */
@Schema(example = """
		{"session_id": "5a2f0b9e-4a53-4c0c-9a51-0d7d5b6f6a3c", "agent": "logo", "generation": 2, "state": "pending"}""")
public record RegenerationResponse(@JsonProperty("session_id") String sessionId, Agent agent, int generation,
		AgentState state) {
}
