package io.coachflow.contracts.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /api/v1/coaching/proposals}.
 *
 * @param step an answered step; without it the current one
 * @param hint what the proposals should heed, 1 to 500 characters after trimming
 */
@Schema(example = """
		{"session_id": "5a2f0b9e-4a53-4c0c-9a51-0d7d5b6f6a3c", "hint": "We want to stay small."}""")
public record ProposalsRequest(
		@Schema(requiredMode = Schema.RequiredMode.REQUIRED) @JsonProperty("session_id") @Nullable String sessionId,
		@Schema(allowableValues = {
				"vision", "mission", "clientele", "differentiation", "offre" },
				description = "A step that was answered; without it the current one.") @Nullable String step,
		@Schema(minLength = 1, maxLength = 500,
				description = "What the proposals should heed, in your own words.") @Nullable String hint){
}
