package io.coachflow.contracts.session;

import java.time.Instant;
import java.util.Map;

import io.coachflow.contracts.session.CoachingSessionEvent.HelpGiven;
import org.jspecify.annotations.Nullable;

/**
 * The reply to a command: the session's state after it, with the guidance to show.
 *
 * @param currentStep the step to answer next; null once all are answered
 * @param answers the accepted answers, in the order of the steps
 * @param confidence the score of each accepted answer, 0 to 1
 * @param confidenceScore the score of the answer just sent, 0 to 1; 0 if none was sent
 * @param stepComplete whether the answer just sent was accepted
 * @param sequence the sequence of the session's last event, from 0
 * @param expiresAt when the session expires; null once completed
 * @param completedAt when the session was completed; null before
 * @param business what is known of the business; null in replies from before it was part
 * of them
 * @param startedAt when the session started; null likewise
 * @param updatedAt when the session's last event happened; null likewise
 * @param help what was asked for; null if it was not help
 */
public record Reply(String sessionId, SessionStatus status, @Nullable Step currentStep, Guidance guidance,
		Map<Step, String> answers, Map<Step, Double> confidence, double confidenceScore, boolean stepComplete,
		long sequence, @Nullable Instant expiresAt, @Nullable Instant completedAt, @Nullable Business business,
		@Nullable Instant startedAt, @Nullable Instant updatedAt, @Nullable HelpGiven help) {

	/** A reply to anything but a request for help. */
	public Reply(String sessionId, SessionStatus status, @Nullable Step currentStep, Guidance guidance,
			Map<Step, String> answers, Map<Step, Double> confidence, double confidenceScore, boolean stepComplete,
			long sequence, @Nullable Instant expiresAt, @Nullable Instant completedAt, @Nullable Business business,
			@Nullable Instant startedAt, @Nullable Instant updatedAt) {
		this(sessionId, status, currentStep, guidance, answers, confidence, confidenceScore, stepComplete, sequence,
				expiresAt, completedAt, business, startedAt, updatedAt, null);
	}

	/** The same reply with the help that was asked for. */
	public Reply with(HelpGiven given) {
		return new Reply(this.sessionId, this.status, this.currentStep, this.guidance, this.answers, this.confidence,
				this.confidenceScore, this.stepComplete, this.sequence, this.expiresAt, this.completedAt, this.business,
				this.startedAt, this.updatedAt, given);
	}

	/** The language of what is shown: {@code en} or {@code fr}. */
	public String shownIn() {
		return (this.help != null) ? this.help.language() : this.guidance.language();
	}

}
