package io.coachflow.contracts.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /api/v1/coaching/help}.
 *
 * @param question what the user does not get on with, 1 to 2,000 characters after
 * trimming
 * @param step an answered step; without it the current one
 */
@Schema(example = """
		{"session_id": "5a2f0b9e-4a53-4c0c-9a51-0d7d5b6f6a3c", "question": "I have no idea how big we will be."}""")
public record HelpRequest(
		@Schema(requiredMode = Schema.RequiredMode.REQUIRED) @JsonProperty("session_id") @Nullable String sessionId,
		@Schema(minLength = 1, maxLength = 2_000,
				description = "What you do not get on with, in your own words.") @Nullable String question,
		@Schema(allowableValues = {
				"vision", "mission", "clientele", "differentiation", "offre" },
				description = "A step that was answered; without it the current one.") @Nullable String step){
}
