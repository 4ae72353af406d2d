package io.coachflow.contracts.session;

import java.util.Map;

/**
 * A completed session: its answers and their scores.
 *
 * @param language {@code en} or {@code fr}: that of the coach's last guidance
 * @param answers all five, exactly as sent
 * @param confidence the score of each answer, 0 to 1
 */
public record CompletedSession(String sessionId, String owner, String language, Business business,
		Map<Step, String> answers, Map<Step, Double> confidence) {

	/** The same session in another language of the coach. */
	public CompletedSession in(String another) {
		return new CompletedSession(this.sessionId, this.owner, another, this.business, this.answers, this.confidence);
	}

}
