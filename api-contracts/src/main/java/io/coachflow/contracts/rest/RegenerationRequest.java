package io.coachflow.contracts.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /api/v1/coaching/session/{session_id}/package/regenerate}, as
 * the API's description has it.
 *
 * @param agents names, or {@code "stale"} for those whose input has changed
 * @param wish what the new version should be like; 1 to 500 characters after trimming
 */
@Schema(example = "{\"agents\": [\"content\"], \"wish\": \"A warmer tone, no French words.\"}")
public record RegenerationRequest(
		@Schema(requiredMode = Schema.RequiredMode.REQUIRED,
				description = "Names of agents; or the text stale, for those whose input has changed.") Object agents,
		@Schema(minLength = 1, maxLength = 500,
				description = "What the new version should be like. A language model is told it as data.") @Nullable String wish) {
}
