package io.coachflow.contracts.rest;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * The response to a request to run several agents again.
 *
 * @param agents those that were asked for; none where nothing was stale
 */
@Schema(example = """
		{"session_id": "5a2f0b9e-4a53-4c0c-9a51-0d7d5b6f6a3c", "agents": [{"session_id": "5a2f0b9e-4a53-4c0c-9a51-0d7d5b6f6a3c", "agent": "content", "generation": 2, "state": "pending"}]}""")
public record RegenerationsResponse(@JsonProperty("session_id") String sessionId, List<RegenerationResponse> agents) {
}
