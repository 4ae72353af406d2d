package io.coachflow.contracts.rest;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.coachflow.contracts.enrichment.AgentFault;
import io.coachflow.contracts.enrichment.AgentResult;
import io.coachflow.contracts.enrichment.AgentSource;
import io.coachflow.contracts.enrichment.AgentState;
import io.coachflow.contracts.enrichment.Receipt;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The state of one agent of a package and its last good result.
 *
 * @param generation from 1; each regeneration is the next
 * @param attempts how many attempts began in this generation
 * @param source who made the result; null without a result
 * @param requestedAt when this generation was requested; null before
 * @param startedAt when its last attempt began; null before the first
 * @param finishedAt when it succeeded or gave up; null before
 * @param retryAt when the next attempt is due; null if none is scheduled
 * @param fault why the last attempt failed; null if it did not fail
 * @param receipt the origin of the result; null without a result
 * @param resultGeneration the generation that made the result: an earlier one while the
 * current one runs or after it failed; null without a result
 * @param result the last good result; null if there is none
 * @param staleBecause the answers and facts that the result was made of and that have
 * changed since; empty if it is up to date
 */
@Schema(example = AgentView.EXAMPLE)
public record AgentView(AgentState state, int generation, int attempts, @Nullable AgentSource source,
		@JsonProperty("requested_at") @Nullable Instant requestedAt,
		@JsonProperty("started_at") @Nullable Instant startedAt,
		@JsonProperty("finished_at") @Nullable Instant finishedAt, @JsonProperty("retry_at") @Nullable Instant retryAt,
		@Nullable AgentFault fault, @Nullable Receipt receipt,
		@JsonProperty("result_generation") @Nullable Integer resultGeneration, @Nullable AgentResult result,
		@JsonProperty("stale_because") List<String> staleBecause) {

	static final String EXAMPLE = """
			{"state": "succeeded", "generation": 1, "attempts": 1, "source": "offline", "requested_at": "2026-11-22T12:00:00Z", "started_at": "2026-11-22T12:00:00.2Z", "finished_at": "2026-11-22T12:00:00.4Z", "retry_at": null, "fault": null, "receipt": {"model": "rules", "prompt_version": "1", "input_hash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "tokens_in": 0, "tokens_out": 0, "price_usd": 0, "latency_ms": 12, "inputs": ["business_name", "city", "clientele", "country", "differentiation", "mission", "offre", "sector", "vision"]}, "result_generation": 1, "result": {"kind": "content", "tagline": "Dakar at one table", "elevator_pitch": "...", "homepage": [{"heading": "Our kitchen", "text": "..."}], "call_to_action": "Book a table", "posts": [{"network": "instagram", "text": "..."}]}, "stale_because": [], "stale": false}""";

	public AgentView {
		// Absent in views that were stored before it was known
		staleBecause = (staleBecause != null) ? List.copyOf(staleBecause) : List.of();
	}

	/** Whether something that the result was made of has changed since. */
	@JsonProperty(value = "stale", access = JsonProperty.Access.READ_ONLY)
	public boolean stale() {
		return !this.staleBecause.isEmpty();
	}

	/** The same agent with a result of which that has changed since. */
	public AgentView staleBecause(List<String> changed) {
		return new AgentView(this.state, this.generation, this.attempts, this.source, this.requestedAt, this.startedAt,
				this.finishedAt, this.retryAt, this.fault, this.receipt, this.resultGeneration, this.result, changed);
	}

	/** An agent before its package's first event. */
	public static AgentView expected() {
		return new AgentView(AgentState.PENDING, 1, 0, null, null, null, null, null, null, null, null, null, List.of());
	}

}
