package io.coachflow.contracts.rest;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.coachflow.contracts.enrichment.Brief;
import io.coachflow.contracts.session.Reply;
import io.coachflow.contracts.session.SessionStatus;
import io.coachflow.contracts.session.Step;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A completed session, with its answers, scores and brief.
 *
 * @param answers each step's answer, exactly as sent
 * @param confidenceScore the mean of the five, 0 to 1
 * @param confidenceScores each step's score
 * @param sequence the sequence of the session's last event; also the ETag
 * @param brief the brief; absent in replies stored before briefs existed
 * @param summary the state of the package at the time of this reply; absent if the brief
 * is
 * @param weak for a session made from a ready brief, the steps whose answers the coach
 * would have asked back about; absent otherwise
 */
@Schema(example = """
		{"session_id": "5a2f0b9e-4a53-4c0c-9a51-0d7d5b6f6a3c", "status": "completed", "current_step": "completed", "coach_message": "All five answers are in.", "progress": {"vision": true, "mission": true, "clientele": true, "differentiation": true, "offre": true}, "answers": {"vision": "...", "mission": "...", "clientele": "...", "differentiation": "...", "offre": "..."}, "confidence_score": 0.78, "confidence_scores": {"vision": 0.82, "mission": 0.74, "clientele": 0.8, "differentiation": 0.71, "offre": 0.83}, "sequence": 6, "completed_at": "2026-11-22T12:00:00Z", "brief": {"language": "en", "business_name": "Teranga Table", "vision": "...", "mission": "...", "target_audience": "...", "differentiation": "...", "value_proposition": "...", "sector": "restaurant", "location": "Dakar, Senegal", "completeness": 1.0, "confidence": 0.78, "inferred": []}, "package": {"status": "running", "agents": {"research": "running", "content": "succeeded", "logo": "running", "seo": "pending", "template": "succeeded"}, "href": "/api/v1/coaching/session/5a2f0b9e-4a53-4c0c-9a51-0d7d5b6f6a3c/package", "stream_href": "/api/v1/coaching/session/5a2f0b9e-4a53-4c0c-9a51-0d7d5b6f6a3c/package/stream"}}""")
public record CompletionResponse(@JsonProperty("session_id") String sessionId, SessionStatus status,
		@Schema(allowableValues = {
				"vision", "mission", "clientele", "differentiation", "offre",
				"completed" }) @JsonProperty("current_step") String currentStep,
		@JsonProperty("coach_message") String coachMessage, Map<String, Boolean> progress, Map<String, String> answers,
		@JsonProperty("confidence_score") double confidenceScore,
		@JsonProperty("confidence_scores") Map<String, Double> confidenceScores, long sequence,
		@JsonProperty("completed_at") @Nullable Instant completedAt,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Brief brief,
		@JsonInclude(JsonInclude.Include.NON_NULL) @JsonProperty("package") @Nullable PackageSummary summary,
		@Schema(description = "Of a session from a ready brief: the steps whose answers the coach would have asked back about.") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Step> weak){

	/**
	 * Converts the reply to a completion and its follow-up.
	 * @param weak of a session from a ready brief; null for others
	 */
	public static CompletionResponse of(Reply reply, @Nullable FollowUp followUp, @Nullable List<Step> weak) {
		return new CompletionResponse(reply.sessionId(), reply.status(), Steps.current(reply.currentStep()),
				reply.guidance().message(), Steps.progress(reply.answers().keySet()), Steps.byName(reply.answers()),
				reply.confidenceScore(), Steps.byName(reply.confidence()), reply.sequence(), reply.completedAt(),
				(followUp != null) ? followUp.brief() : null, (followUp != null) ? followUp.summary() : null, weak);
	}

}
