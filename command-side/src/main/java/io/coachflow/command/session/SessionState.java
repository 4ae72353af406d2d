package io.coachflow.command.session;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import io.coachflow.contracts.session.Business;
import io.coachflow.contracts.session.CoachingSessionEvent;
import io.coachflow.contracts.session.CoachingSessionEvent.AnswerRevised;
import io.coachflow.contracts.session.CoachingSessionEvent.BusinessDescribed;
import io.coachflow.contracts.session.CoachingSessionEvent.ClarificationRequested;
import io.coachflow.contracts.session.CoachingSessionEvent.HelpGiven;
import io.coachflow.contracts.session.CoachingSessionEvent.SessionCompleted;
import io.coachflow.contracts.session.CoachingSessionEvent.SessionDeleted;
import io.coachflow.contracts.session.CoachingSessionEvent.SessionExpired;
import io.coachflow.contracts.session.CoachingSessionEvent.SessionResumed;
import io.coachflow.contracts.session.CoachingSessionEvent.SessionStarted;
import io.coachflow.contracts.session.CoachingSessionEvent.StepAnswered;
import io.coachflow.contracts.session.CompletedSession;
import io.coachflow.contracts.session.Guidance;
import io.coachflow.contracts.session.Reply;
import io.coachflow.contracts.session.Requester.Idempotency;
import io.coachflow.contracts.session.SessionStatus;
import io.coachflow.contracts.session.Step;
import org.jspecify.annotations.Nullable;

/**
 * A session's state, as far as decisions need it.
 *
 * @param guidance what the coach last showed
 * @param confidenceScore the score of the last answer, 0 to 1; 0 if the last event was
 * not an answer
 * @param stepComplete whether the last event accepted an answer
 * @param sequence the sequence of the last event; -1 before the first
 * @param askedBack how often the coach has asked back at the current step
 * @param lastSent the text of the last answer, accepted or not; null before the first
 * @param startedAt when the session started; null before
 * @param updatedAt when the last event happened; null before the first
 * @param help the help that was given
 * @param replies the recorded replies by idempotency key
 */
record SessionState(String sessionId, String owner, Business business, Phase phase, Map<Step, String> answers,
		Map<Step, Double> confidence, @Nullable Guidance guidance, double confidenceScore, boolean stepComplete,
		@Nullable Instant expiresAt, @Nullable Instant completedAt, long sequence, int askedBack,
		@Nullable String lastSent, @Nullable Instant startedAt, @Nullable Instant updatedAt, GivenHelp help,
		Map<String, RecordedReply> replies) {

	enum Phase {

		UNBORN, LIVE, EXPIRED, COMPLETED, DELETED

	}

	/** The reply to a request with an idempotency key, and the hash of that request. */
	record RecordedReply(String requestHash, Reply reply) {
	}

	static SessionState initial() {
		return new SessionState("", "", Business.UNKNOWN, Phase.UNBORN, Map.of(), Map.of(), null, 0, false, null, null,
				-1, 0, null, null, null, GivenHelp.NONE, Map.of());
	}

	/** The step to answer next; empty once all are answered. */
	Optional<Step> currentStep() {
		return Arrays.stream(Step.values()).filter((step) -> !this.answers.containsKey(step)).findFirst();
	}

	/** Whether a live session is due to expire. */
	boolean isDue(Instant now) {
		return this.phase == Phase.LIVE && this.expiresAt != null && !now.isBefore(this.expiresAt);
	}

	/**
	 * The state after one more event.
	 * @param sequence the event's sequence
	 * @param time when it happened
	 * @param idempotency the key of the request that caused it, if any
	 */
	SessionState evolve(CoachingSessionEvent event, long sequence, Instant time, @Nullable Idempotency idempotency) {
		SessionState next = switch (event) {
			case SessionStarted it -> new SessionState(it.sessionId(), it.userId(), it.business(), Phase.LIVE, Map.of(),
					Map.of(), it.guidance(), 0, false, it.expiresAt(), null, sequence, 0, null, time, time, this.help,
					this.replies);
			case StepAnswered it -> with(Phase.LIVE, plus(this.answers, it.step(), it.answer()),
					plus(this.confidence, it.step(), it.confidence().score()), it.guidance(), it.confidence().score(),
					true, it.expiresAt(), null, 0, it.answer());
			case ClarificationRequested it -> with(Phase.LIVE, this.answers, this.confidence, it.guidance(),
					it.confidence().score(), false, it.expiresAt(), null, this.askedBack + 1, it.answer());
			case AnswerRevised it -> with(this.phase, plus(this.answers, it.step(), it.answer()),
					plus(this.confidence, it.step(), it.confidence().score()), this.guidance, 0, false, it.expiresAt(),
					this.completedAt, this.askedBack, this.lastSent);
			case BusinessDescribed it -> with(this.phase, this.answers, this.confidence, it.guidance(), 0, false,
					it.expiresAt(), this.completedAt, this.askedBack, this.lastSent)
				.of(it.business());
			case HelpGiven it -> with(this.phase, this.answers, this.confidence, this.guidance, 0, false,
					it.expiresAt(), this.completedAt, this.askedBack, this.lastSent)
				.helped(it);
			case SessionCompleted _ -> with(Phase.COMPLETED, this.answers, this.confidence, this.guidance,
					this.confidenceScore, this.stepComplete, null, time, 0, this.lastSent);
			case SessionExpired _ -> with(Phase.EXPIRED, this.answers, this.confidence, this.guidance, 0, false,
					this.expiresAt, null, this.askedBack, this.lastSent);
			case SessionResumed it -> with(Phase.LIVE, this.answers, this.confidence, it.guidance(), 0, false,
					it.expiresAt(), null, this.askedBack, this.lastSent);
			case SessionDeleted _ -> with(Phase.DELETED, this.answers, this.confidence, this.guidance, 0, false,
					this.expiresAt, this.completedAt, this.askedBack, this.lastSent);
		};
		next = next.at(sequence, time);
		return (idempotency != null) ? next.recording(idempotency) : next;
	}

	/** The reply to the command that emitted the last event. */
	Reply reply() {
		if (this.guidance == null) {
			throw new IllegalStateException("A session that was not started has no reply");
		}
		Reply reply = reply(this.guidance, this.confidenceScore, this.stepComplete);
		return (this.help.last() != null) ? reply.with(this.help.last()) : reply;
	}

	/**
	 * The current state as a reply, with the given guidance and without an answer just
	 * sent.
	 */
	Reply replyShowing(Guidance shown) {
		return reply(shown, 0, false);
	}

	/** The current state as a reply, with the given guidance and score. */
	Reply reply(Guidance shown, double score, boolean complete) {
		SessionStatus status = (this.phase == Phase.EXPIRED) ? SessionStatus.EXPIRED
				: SessionStatus.ofAnswers(this.answers.size());
		return new Reply(this.sessionId, status, currentStep().orElse(null), shown, this.answers, this.confidence,
				score, complete, this.sequence, (this.phase == Phase.COMPLETED) ? null : this.expiresAt,
				this.completedAt, this.business, this.startedAt, this.updatedAt);
	}

	/**
	 * The completed session.
	 * @throws IllegalStateException if it is not completed
	 */
	CompletedSession completed() {
		if (this.phase != Phase.COMPLETED || this.guidance == null) {
			throw new IllegalStateException("Session " + this.sessionId + " is not completed");
		}
		return new CompletedSession(this.sessionId, this.owner, this.guidance.language(), this.business, this.answers,
				this.confidence);
	}

	private SessionState recording(Idempotency idempotency) {
		Map<String, RecordedReply> next = new HashMap<>(this.replies);
		next.put(idempotency.key(), new RecordedReply(idempotency.requestHash(), reply()));
		return new SessionState(this.sessionId, this.owner, this.business, this.phase, this.answers, this.confidence,
				this.guidance, this.confidenceScore, this.stepComplete, this.expiresAt, this.completedAt, this.sequence,
				this.askedBack, this.lastSent, this.startedAt, this.updatedAt, this.help,
				Collections.unmodifiableMap(next));
	}

	private SessionState with(Phase phase, Map<Step, String> answers, Map<Step, Double> confidence,
			@Nullable Guidance guidance, double confidenceScore, boolean stepComplete, @Nullable Instant expiresAt,
			@Nullable Instant completedAt, int askedBack, @Nullable String lastSent) {
		return new SessionState(this.sessionId, this.owner, this.business, phase, answers, confidence, guidance,
				confidenceScore, stepComplete, expiresAt, completedAt, this.sequence, askedBack, lastSent,
				this.startedAt, this.updatedAt, this.help.past(), this.replies);
	}

	private SessionState helped(HelpGiven given) {
		return new SessionState(this.sessionId, this.owner, this.business, this.phase, this.answers, this.confidence,
				this.guidance, this.confidenceScore, this.stepComplete, this.expiresAt, this.completedAt, this.sequence,
				this.askedBack, this.lastSent, this.startedAt, this.updatedAt, this.help.and(given), this.replies);
	}

	private SessionState of(Business business) {
		return new SessionState(this.sessionId, this.owner, business, this.phase, this.answers, this.confidence,
				this.guidance, this.confidenceScore, this.stepComplete, this.expiresAt, this.completedAt, this.sequence,
				this.askedBack, this.lastSent, this.startedAt, this.updatedAt, this.help, this.replies);
	}

	private SessionState at(long sequence, Instant time) {
		return new SessionState(this.sessionId, this.owner, this.business, this.phase, this.answers, this.confidence,
				this.guidance, this.confidenceScore, this.stepComplete, this.expiresAt, this.completedAt, sequence,
				this.askedBack, this.lastSent, this.startedAt, time, this.help, this.replies);
	}

	private static <T> Map<Step, T> plus(Map<Step, T> values, Step step, T value) {
		Map<Step, T> next = new EnumMap<>(Step.class);
		next.putAll(values);
		next.put(step, value);
		return Collections.unmodifiableMap(next);
	}

}
