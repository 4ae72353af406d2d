package io.coachflow.contracts.rest;

import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.coachflow.contracts.session.Business;
import io.coachflow.contracts.session.SessionStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A session in the list of a user's sessions.
 *
 * @param currentStep the step to answer next, or {@code completed}
 * @param expiresAt null once the session is completed
 */
public record SessionSummary(@JsonProperty("session_id") String sessionId, SessionStatus status,
		@Schema(allowableValues = {
				"vision", "mission", "clientele", "differentiation", "offre",
				"completed" }) @JsonProperty("current_step") String currentStep,
		Map<String, Boolean> progress, @JsonUnwrapped Business business, long sequence,
		@JsonProperty("started_at") Instant startedAt, @JsonProperty("updated_at") Instant updatedAt,
		@JsonProperty("expires_at") @Nullable Instant expiresAt){
}
