package io.coachflow.contracts.rest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.coachflow.contracts.session.Business;
import io.coachflow.contracts.session.Reply;
import io.coachflow.contracts.session.SessionStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A session: its answers, its progress and the coach's last guidance.
 *
 * @param currentStep the step to answer next, or {@code completed}
 * @param answers each answered step's text, exactly as sent
 * @param confidenceScores each answered step's score, 0 to 1
 * @param sequence the sequence of the session's last event, from 0; also the ETag
 * @param expiresAt null once the session is completed
 * @param completedAt when it was completed; null before
 */
@Schema(example = """
		{"session_id": "5a2f0b9e-4a53-4c0c-9a51-0d7d5b6f6a3c", "status": "in_progress", "current_step": "mission", "coach_message": "Now your mission: what do you do every day, for whom, and why?", "examples": ["..."], "next_questions": ["..."], "progress": {"vision": true, "mission": false, "clientele": false, "differentiation": false, "offre": false}, "answers": {"vision": "In five years we run three restaurants in Dakar."}, "confidence_scores": {"vision": 0.82}, "business_name": "Teranga Table", "sector": "restaurant", "city": "Dakar", "country": "Senegal", "sequence": 1, "started_at": "2026-11-22T11:58:00Z", "updated_at": "2026-11-22T12:00:00Z", "expires_at": "2026-11-22T14:00:00Z", "completed_at": null}""")
public record SessionResponse(@JsonProperty("session_id") String sessionId, SessionStatus status,
		@Schema(allowableValues = {
				"vision", "mission", "clientele", "differentiation", "offre",
				"completed" }) @JsonProperty("current_step") String currentStep,
		@JsonProperty("coach_message") String coachMessage, List<String> examples,
		@JsonProperty("next_questions") List<String> nextQuestions, Map<String, Boolean> progress,
		Map<String, String> answers, @JsonProperty("confidence_scores") Map<String, Double> confidenceScores,
		@JsonUnwrapped Business business, long sequence, @JsonProperty("started_at") Instant startedAt,
		@JsonProperty("updated_at") Instant updatedAt, @JsonProperty("expires_at") @Nullable Instant expiresAt,
		@JsonProperty("completed_at") @Nullable Instant completedAt){

	/**
	 * Converts the reply to a correction.
	 * @throws NullPointerException if the reply is from before it had all of a session
	 */
	public static SessionResponse of(Reply reply) {
		return new SessionResponse(reply.sessionId(), reply.status(), Steps.current(reply.currentStep()),
				reply.guidance().message(), reply.guidance().examples(), reply.guidance().questions(),
				Steps.progress(reply.answers().keySet()), Steps.byName(reply.answers()),
				Steps.byName(reply.confidence()), Objects.requireNonNull(reply.business()), reply.sequence(),
				Objects.requireNonNull(reply.startedAt()), Objects.requireNonNull(reply.updatedAt()), reply.expiresAt(),
				reply.completedAt());
	}

}
