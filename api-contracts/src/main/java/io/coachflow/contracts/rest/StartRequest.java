package io.coachflow.contracts.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /api/v1/coaching/start}; every field is optional.
 *
 * @param sessionId the session to resume; absent to start a new one
 * @param businessName at most 200 characters, like the other texts
 */
public record StartRequest(@Schema(
		description = "The session to resume; absent to start a new one.") @JsonProperty("session_id") @Nullable String sessionId,
		@Schema(maxLength = 200,
				example = "Teranga Table") @JsonProperty("business_name") @Nullable String businessName,
		@Schema(maxLength = 200, example = "restaurant",
				description = "The trade, in your own words: the coach's examples follow it.") @Nullable String sector,
		@Schema(maxLength = 200, example = "Dakar") @Nullable String city,
		@Schema(maxLength = 200, example = "Senegal") @Nullable String country) {
}
