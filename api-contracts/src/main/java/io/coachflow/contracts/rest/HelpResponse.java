package io.coachflow.contracts.rest;

import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.coachflow.contracts.session.CoachingSessionEvent.HelpGiven;
import io.coachflow.contracts.session.Reply;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * The response to somebody who is stuck.
 *
 * @param currentStep the step to answer next, or {@code completed}
 * @param questions questions that lead to an answer: other ones than the time before
 * @param choices openings to click
 */
@Schema(example = """
		{"session_id": "5a2f0b9e-4a53-4c0c-9a51-0d7d5b6f6a3c", "current_step": "vision", "coach_message": "Nobody finds a vision at one go. Take the question that is easiest for you.", "questions": ["Which day in three years would make you say that it was worth it?", "Who would miss Teranga Table if it closed?", "How many meals, seats or outlets do you see, and in which year?"], "choices": [{"id": "1-1", "text": "In five years, Teranga Table …"}]}""")
public record HelpResponse(@JsonProperty("session_id") String sessionId, @Schema(allowableValues = {
		"vision", "mission", "clientele", "differentiation", "offre",
		"completed" }) @JsonProperty("current_step") String currentStep,
		@JsonProperty("coach_message") String coachMessage, List<String> questions, List<Choice> choices){

	/**
	 * Converts the reply.
	 * @throws NullPointerException if it is a reply to something else
	 */
	public static HelpResponse of(Reply reply) {
		HelpGiven help = Objects.requireNonNull(reply.help());
		return new HelpResponse(reply.sessionId(), Steps.current(reply.currentStep()),
				Objects.requireNonNullElse(help.message(), ""), help.questions(),
				help.offers().stream().map(Choice::of).toList());
	}

}
