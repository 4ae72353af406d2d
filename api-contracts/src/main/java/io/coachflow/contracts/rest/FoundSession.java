package io.coachflow.contracts.rest;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.coachflow.contracts.session.Business;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A session in an auditor's search results.
 *
 * @param userId its owner
 * @param currentStep the step to answer next, or {@code completed}
 * @param sequence the sequence of its last event in the list's read model
 */
public record FoundSession(@JsonProperty("session_id") String sessionId, @JsonProperty("user_id") String userId,
		@Schema(allowableValues = {
				"initialized", "in_progress", "completed", "expired", "deleted" }) String status,
		@Schema(allowableValues = { "vision", "mission", "clientele", "differentiation", "offre",
				"completed" }) @JsonProperty("current_step") String currentStep,
		@JsonUnwrapped Business business, long sequence, @JsonProperty("started_at") Instant startedAt,
		@JsonProperty("updated_at") Instant updatedAt){
}
