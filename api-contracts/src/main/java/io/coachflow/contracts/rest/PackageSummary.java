package io.coachflow.contracts.rest;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.coachflow.contracts.enrichment.AgentState;
import io.coachflow.contracts.enrichment.PackageStatus;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * The state of a business package, with links to it.
 *
 * @param agents the state of each of the five agents, by name
 * @param href the path of the package
 * @param streamHref the path of its stream: one event for each transition, until the
 * package is done
 */
@Schema(example = """
		{"status": "running", "agents": {"research": "running", "content": "succeeded", "logo": "running", "seo": "pending", "template": "succeeded"}, "href": "/api/v1/coaching/session/5a2f0b9e-4a53-4c0c-9a51-0d7d5b6f6a3c/package", "stream_href": "/api/v1/coaching/session/5a2f0b9e-4a53-4c0c-9a51-0d7d5b6f6a3c/package/stream"}""")
public record PackageSummary(PackageStatus status, Map<String, AgentState> agents, String href,
		@JsonProperty("stream_href") String streamHref) {
}
