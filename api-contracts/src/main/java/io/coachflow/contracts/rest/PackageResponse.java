package io.coachflow.contracts.rest;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.coachflow.contracts.enrichment.Agent;
import io.coachflow.contracts.enrichment.Brief;
import io.coachflow.contracts.enrichment.PackageStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A business package: the brief and the state of each of the five agents.
 *
 * @param brief null for the moment between the completion of the session and the request
 * for the package
 * @param agents by {@code research}, {@code content}, {@code logo}, {@code seo} and
 * {@code template}; always all five
 * @param sequence the sequence of the package's last event, from 0; also the ETag; null
 * while the brief is
 * @param requestedAt null while the brief is
 * @param completedAt when all five were last settled; null while one is not settled
 */
@Schema(example = """
		{"session_id": "5a2f0b9e-4a53-4c0c-9a51-0d7d5b6f6a3c", "status": "running", "brief": {"language": "en", "business_name": "Teranga Table", "vision": "...", "mission": "...", "target_audience": "...", "differentiation": "...", "value_proposition": "...", "sector": "restaurant", "location": "Dakar, Senegal", "completeness": 1.0, "confidence": 0.78, "inferred": []}, "agents": {"research": {"state": "running", "generation": 1, "attempts": 1, "source": null, "requested_at": "2026-11-22T12:00:00Z", "started_at": "2026-11-22T12:00:00.2Z", "finished_at": null, "retry_at": null, "fault": null, "receipt": null, "result_generation": null, "result": null, "stale_because": [], "stale": false}, "content":\s"""
		+ AgentView.EXAMPLE + """
				}, "sequence": 4, "requested_at": "2026-11-22T12:00:00Z", "completed_at": null}""")
public record PackageResponse(@JsonProperty("session_id") String sessionId, PackageStatus status, @Nullable Brief brief,
		Map<String, AgentView> agents, @Nullable Long sequence,
		@JsonProperty("requested_at") @Nullable Instant requestedAt,
		@JsonProperty("completed_at") @Nullable Instant completedAt) {

	/** The package of a session that was just completed, before its first event. */
	public static PackageResponse expected(String sessionId) {
		return new PackageResponse(sessionId, PackageStatus.RUNNING, null, byId((_) -> AgentView.expected()), null,
				null, null);
	}

	/** A view for each agent, by agent id, in the order of {@link Agent}. */
	public static Map<String, AgentView> byId(Function<Agent, AgentView> view) {
		return Arrays.stream(Agent.values())
			.collect(Collectors.toMap(Agent::id, view, (first, _) -> first, LinkedHashMap::new));
	}

}
