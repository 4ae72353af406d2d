package io.coachflow.contracts.rest;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.coachflow.contracts.session.Reply;
import io.coachflow.contracts.session.SessionStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The response to a start or an answer.
 *
 * @param currentStep the step to answer next, or {@code completed}
 * @param choices openings of an answer to the current step, to click; none once all are
 * answered
 * @param progress each step, and whether it is answered
 * @param confidenceScore 0 to 1, of the answer just sent; 0 if none was sent
 * @param sequence the sequence of the session's last event, from 0; also the ETag
 * @param expiresAt null once the session is completed
 */
@Schema(example = """
		{"session_id": "5a2f0b9e-4a53-4c0c-9a51-0d7d5b6f6a3c", "status": "in_progress", "current_step": "mission", "coach_message": "Now your mission: what do you do every day, for whom, and why?", "examples": ["..."], "next_questions": ["..."], "choices": [{"id": "mission-1", "text": "Every day, we …"}], "progress": {"vision": true, "mission": false, "clientele": false, "differentiation": false, "offre": false}, "confidence_score": 0.82, "is_step_complete": true, "sequence": 1, "expires_at": "2026-11-22T14:00:00Z"}""")
public record CoachingResponse(@JsonProperty("session_id") String sessionId, SessionStatus status,
		@Schema(allowableValues = {
				"vision", "mission", "clientele", "differentiation", "offre",
				"completed" }) @JsonProperty("current_step") String currentStep,
		@JsonProperty("coach_message") String coachMessage, List<String> examples,
		@JsonProperty("next_questions") List<String> nextQuestions, List<Choice> choices, Map<String, Boolean> progress,
		@JsonProperty("confidence_score") double confidenceScore,
		@JsonProperty("is_step_complete") boolean stepComplete, long sequence,
		@JsonProperty("expires_at") @Nullable Instant expiresAt){

	/**
	 * Converts a reply.
	 * @param choices for its current step
	 */
	public static CoachingResponse of(Reply reply, List<Choice> choices) {
		return new CoachingResponse(reply.sessionId(), reply.status(), Steps.current(reply.currentStep()),
				reply.guidance().message(), reply.guidance().examples(), reply.guidance().questions(), choices,
				Steps.progress(reply.answers().keySet()), reply.confidenceScore(), reply.stepComplete(),
				reply.sequence(), reply.expiresAt());
	}

}
