package io.coachflow.contracts.rest;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.coachflow.contracts.session.Business;
import io.coachflow.contracts.session.SessionStatus;
import org.jspecify.annotations.Nullable;

/**
 * A session, read back: its answers, its progress and what the coach last said.
 *
 * @param currentStep the step to answer next, or {@code completed}
 * @param answers each answered step's text, exactly as sent
 * @param confidenceScores each answered step's score, 0 to 1
 * @param sequence the sequence of the session's last event, from 0; also the ETag
 * @param expiresAt absent once completed
 * @param completedAt absent before
 */
public record SessionResponse(@JsonProperty("session_id") String sessionId, SessionStatus status,
		@JsonProperty("current_step") String currentStep, @JsonProperty("coach_message") String coachMessage,
		List<String> examples, @JsonProperty("next_questions") List<String> nextQuestions,
		Map<String, Boolean> progress, Map<String, String> answers,
		@JsonProperty("confidence_scores") Map<String, Double> confidenceScores, @JsonUnwrapped Business business,
		long sequence, @JsonProperty("started_at") Instant startedAt, @JsonProperty("updated_at") Instant updatedAt,
		@JsonProperty("expires_at") @Nullable Instant expiresAt,
		@JsonProperty("completed_at") @Nullable Instant completedAt) {
}
