package io.coachflow.contracts.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code PATCH /api/v1/coaching/session/{session_id}}, as the API's
 * description has it: an absent fact stays, and null takes it away.
 *
 * @param businessName at most 200 characters, like the other texts
 */
@Schema(description = "What is absent stays as it is; null takes a fact away.",
		example = "{\"business_name\": \"Teranga Table\", \"country\": null}")
public record BusinessRequest(
		@Schema(nullable = true, maxLength = 200,
				example = "Teranga Table") @JsonProperty("business_name") @Nullable String businessName,
		@Schema(nullable = true, maxLength = 200, example = "restaurant") @Nullable String sector,
		@Schema(nullable = true, maxLength = 200, example = "Dakar") @Nullable String city,
		@Schema(nullable = true, maxLength = 200, example = "Senegal") @Nullable String country) {
}
