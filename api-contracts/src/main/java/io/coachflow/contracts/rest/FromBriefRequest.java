package io.coachflow.contracts.rest;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /api/v1/coaching/from-brief}.
 *
 * @param answers the answers to all five steps, each 1 to 10,000 characters after
 * trimming
 * @param businessName at most 200 characters, like the other facts, all of which are
 * optional
 */
@Schema(example = """
		{"business_name": "Teranga Table", "sector": "restaurant", "city": "Dakar", "answers": {"vision": "In 2031 we run 3 restaurants in Dakar, Thiès and Saint-Louis that serve 40,000 guests a year without waste.", "mission": "Every day we cook healthy Senegalese lunches for 300 office workers, because honest food gives strength.", "clientele": "Employees of 25 to 40 in the banks of Dakar-Plateau who spend 3,000 francs on lunch, four days a week.", "differentiation": "Unlike the nine places nearby we buy from 12 local farmers and serve in 8 minutes.", "offre": "A daily menu at 2,500 francs, a monthly card at 45,000 francs and delivery in 30 minutes by phone."}}""")
public record FromBriefRequest(
		@Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable Map<String, @Nullable String> answers,
		@Schema(maxLength = 200,
				example = "Teranga Table") @JsonProperty("business_name") @Nullable String businessName,
		@Schema(maxLength = 200, example = "restaurant") @Nullable String sector,
		@Schema(maxLength = 200, example = "Dakar") @Nullable String city,
		@Schema(maxLength = 200, example = "Senegal") @Nullable String country) {
}
