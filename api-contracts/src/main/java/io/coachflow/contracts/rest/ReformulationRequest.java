package io.coachflow.contracts.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /api/v1/coaching/reformulate}.
 *
 * @param text what to put better, 1 to 10,000 characters after trimming
 * @param step the step that it answers; without it the current one
 */
@Schema(example = """
		{"session_id": "5a2f0b9e-4a53-4c0c-9a51-0d7d5b6f6a3c", "text": "basically we cook 300 lunches a day in dakar; and so on"}""")
public record ReformulationRequest(
		@Schema(requiredMode = Schema.RequiredMode.REQUIRED) @JsonProperty("session_id") @Nullable String sessionId,
		@Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 1, maxLength = 10_000,
				example = "basically we cook 300 lunches a day in dakar; and so on") @Nullable String text,
		@Schema(allowableValues = {
				"vision", "mission", "clientele", "differentiation", "offre" },
				description = "The step that the text answers; without it the current one.") @Nullable String step){
}
