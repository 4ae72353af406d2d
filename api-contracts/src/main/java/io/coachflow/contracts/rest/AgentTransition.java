package io.coachflow.contracts.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.coachflow.contracts.enrichment.Agent;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A state transition of one agent of a package.
 *
 * @param sequence the event's sequence, which is also its id in the stream
 * @param view the agent after the transition
 */
@Schema(example = """
		{"agent": "research", "sequence": 3, "state": "running", "generation": 1, "attempts": 1, "source": null, "requested_at": "2026-11-22T12:00:00Z", "started_at": "2026-11-22T12:00:00.2Z", "finished_at": null, "retry_at": null, "fault": null, "receipt": null, "result_generation": null, "result": null, "stale_because": [], "stale": false}""")
public record AgentTransition(Agent agent, long sequence, @JsonUnwrapped AgentView view) {
}
