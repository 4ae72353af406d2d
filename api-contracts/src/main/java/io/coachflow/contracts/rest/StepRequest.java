package io.coachflow.contracts.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /api/v1/coaching/step}.
 *
 * @param userResponse the answer, 1 to 10,000 characters after trimming
 * @param step the step that the client means to answer; refused if the session is at
 * another
 * @param offeredId the id of the choice, proposal or reformulation that the answer came
 * from
 */
@Schema(example = """
		{"session_id": "5a2f0b9e-4a53-4c0c-9a51-0d7d5b6f6a3c", "user_response": "In five years we run three restaurants in Dakar that 40,000 guests a year know for Senegalese cooking without waste."}""")
public record StepRequest(
		@Schema(requiredMode = Schema.RequiredMode.REQUIRED) @JsonProperty("session_id") @Nullable String sessionId,
		@Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 1, maxLength = 10_000,
				example = "In five years we run three restaurants in Dakar that 40,000 guests a year know for Senegalese cooking without waste.") @JsonProperty("user_response") @Nullable String userResponse,
		@Schema(allowableValues = {
				"vision", "mission", "clientele", "differentiation", "offre" },
				description = "The step that you believe you answer: guards against answering twice.") @Nullable String step,
		@Schema(description = "The choice, proposal or reformulation that your answer came from, however much you changed it.") @JsonProperty("offered_id") @Nullable String offeredId){
}
