package io.coachflow.command.guidance;

import java.util.Map;

import io.coachflow.contracts.session.Business;
import io.coachflow.contracts.session.Step;

/**
 * An answer to review, with its place in the session.
 *
 * @param sequence the sequence of the session's last event
 * @param earlierAnswers the accepted answers to the steps before
 * @param language {@code en} or {@code fr}: that of the conversation
 */
public record ReviewRequest(String sessionId, long sequence, Step step, String answer, Map<Step, String> earlierAnswers,
		Business business, String language) {
}
