package io.coachflow.contracts.rest;

import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.coachflow.contracts.session.Reply;
import io.coachflow.contracts.session.SessionStatus;
import org.jspecify.annotations.Nullable;

/**
 * The completed session: what the five answers came to.
 *
 * @param answers each step's answer, exactly as sent
 * @param confidenceScore the mean of the five, 0 to 1
 * @param confidenceScores each step's own
 * @param sequence the sequence of the session's last event; also the ETag
 */
public record CompletionResponse(@JsonProperty("session_id") String sessionId, SessionStatus status,
		@JsonProperty("current_step") String currentStep, @JsonProperty("coach_message") String coachMessage,
		Map<String, Boolean> progress, Map<String, String> answers,
		@JsonProperty("confidence_score") double confidenceScore,
		@JsonProperty("confidence_scores") Map<String, Double> confidenceScores, long sequence,
		@JsonProperty("completed_at") @Nullable Instant completedAt) {

	/** The reply to a completion, as a REST client sees it. */
	public static CompletionResponse of(Reply reply) {
		return new CompletionResponse(reply.sessionId(), reply.status(), Steps.current(reply.currentStep()),
				reply.guidance().message(), Steps.progress(reply.answers().keySet()), Steps.byName(reply.answers()),
				reply.confidenceScore(), Steps.byName(reply.confidence()), reply.sequence(), reply.completedAt());
	}

}
