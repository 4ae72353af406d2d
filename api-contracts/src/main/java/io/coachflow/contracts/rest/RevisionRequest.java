package io.coachflow.contracts.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code PUT /api/v1/coaching/session/{session_id}/answers/{step}}.
 *
 * @param userResponse the new answer, 1 to 10,000 characters after trimming
 */
public record RevisionRequest(@Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 1, maxLength = 10_000,
		example = "In 2031 we run four restaurants in Dakar that serve 60,000 guests a year without waste.") @JsonProperty("user_response") @Nullable String userResponse) {
}
