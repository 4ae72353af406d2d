package io.coachflow.contracts.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.coachflow.contracts.enrichment.Agent;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * What just happened to one agent of a package.
 *
 * @param sequence the sequence of the event behind it, which is also the id in the stream
 * @param view where the agent stands now
 */
@Schema(example = """
		{"agent": "research", "sequence": 3, "state": "running", "generation": 1, "attempts": 1, "source": null, "requested_at": "2026-11-22T12:00:00Z", "started_at": "2026-11-22T12:00:00.2Z", "finished_at": null, "retry_at": null, "fault": null, "receipt": null, "result_generation": null, "result": null}""")
public record AgentTransition(Agent agent, long sequence, @JsonUnwrapped AgentView view) {
}
