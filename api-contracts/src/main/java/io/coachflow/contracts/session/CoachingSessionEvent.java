package io.coachflow.contracts.session;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * The events of a coaching session. They are stored for ever: a name is never reused, a
 * field never changes its meaning, and a change that older readers cannot handle is a new
 * revision. The log stores a guidance's scripted texts once, as {@link GuidanceRecorded}.
 */
public sealed interface CoachingSessionEvent {

	/** The session, which is also the aggregate's identifier. */
	String sessionId();

	/**
	 * A user started a session.
	 *
	 * @param userId the owner: the token's {@code sub}
	 * @param guidance what the coach showed for the first step
	 * @param expiresAt when the session expires unless it is active before
	 */
	@EventName("io.coachflow.session.started")
	@Revision("2")
	record SessionStarted(@JsonProperty("session_id") String sessionId, @JsonProperty("user_id") String userId,
			Business business, Guidance guidance,
			@JsonProperty("expires_at") Instant expiresAt) implements CoachingSessionEvent {

		public SessionStarted {
			EventIds.require(sessionId);
		}

	}

	/**
	 * An answer was accepted; the session is at the next step.
	 *
	 * @param answer the answer, exactly as sent
	 * @param guidance what the coach showed next
	 * @param expiresAt when the session expires unless it is active before
	 * @param reformulation the answer in a model's words; null if there are none
	 * @param origin where the answer comes from; null for the user's own words, and in
	 * events from before it was recorded
	 * @param offeredId the id of the offer that it came from; null for the user's own
	 * words
	 * @param kept how much of the offered text's words the answer has, in their order: 0
	 * to 1, two decimals; null likewise
	 */
	@EventName("io.coachflow.session.step-answered")
	@Revision("2")
	record StepAnswered(@JsonProperty("session_id") String sessionId, Step step, String answer, Confidence confidence,
			Guidance guidance, @JsonProperty("expires_at") Instant expiresAt, @Nullable String reformulation,
			@Nullable AnswerOrigin origin, @JsonProperty("offered_id") @Nullable String offeredId,
			@Nullable Double kept) implements CoachingSessionEvent {

		public StepAnswered {
			EventIds.require(sessionId);
		}

		/** An answer in the user's own words, without a model's reformulation. */
		public StepAnswered(String sessionId, Step step, String answer, Confidence confidence, Guidance guidance,
				Instant expiresAt) {
			this(sessionId, step, answer, confidence, guidance, expiresAt, null);
		}

		/** An answer in the user's own words. */
		public StepAnswered(String sessionId, Step step, String answer, Confidence confidence, Guidance guidance,
				Instant expiresAt, @Nullable String reformulation) {
			this(sessionId, step, answer, confidence, guidance, expiresAt, reformulation, null, null, null);
		}

		/** The same answer, which came from an offer. */
		public StepAnswered from(AnswerOrigin source, String offer, double share) {
			return new StepAnswered(this.sessionId, this.step, this.answer, this.confidence, this.guidance,
					this.expiresAt, this.reformulation, source, offer, share);
		}

	}

	/**
	 * An answer was too weak; the session stays at its step.
	 *
	 * @param answer the answer, exactly as sent
	 * @param guidance the clarification question
	 * @param expiresAt when the session expires unless it is active before
	 * @param reformulation the answer in a model's words; null if there are none
	 */
	@EventName("io.coachflow.session.clarification-requested")
	@Revision("2")
	record ClarificationRequested(@JsonProperty("session_id") String sessionId, Step step, String answer,
			Confidence confidence, Guidance guidance, @JsonProperty("expires_at") Instant expiresAt,
			@Nullable String reformulation) implements CoachingSessionEvent {

		public ClarificationRequested {
			EventIds.require(sessionId);
		}

		/** An answer without a model's reformulation. */
		public ClarificationRequested(String sessionId, Step step, String answer, Confidence confidence,
				Guidance guidance, Instant expiresAt) {
			this(sessionId, step, answer, confidence, guidance, expiresAt, null);
		}

	}

	/**
	 * An earlier answer was changed, before or after the completion. The step that is to
	 * be answered next stays.
	 *
	 * @param answer the new answer, exactly as sent
	 * @param expiresAt when the session expires unless it is active before; null once it
	 * is completed
	 */
	@EventName("io.coachflow.session.answer-revised")
	@Revision("1")
	record AnswerRevised(@JsonProperty("session_id") String sessionId, Step step, String answer, Confidence confidence,
			@JsonProperty("expires_at") @Nullable Instant expiresAt) implements CoachingSessionEvent {

		public AnswerRevised {
			EventIds.require(sessionId);
		}

	}

	/**
	 * The owner told more of the business, or something else, before or after the
	 * completion.
	 *
	 * @param business what is known now
	 * @param changed the facts that are not as before, in the order of {@link Fact}
	 * @param guidance what the coach shows for the current step from now on
	 * @param expiresAt when the session expires unless it is active before; null once it
	 * is completed
	 */
	@EventName("io.coachflow.session.business-described")
	@Revision("1")
	record BusinessDescribed(@JsonProperty("session_id") String sessionId, Business business, List<Fact> changed,
			Guidance guidance,
			@JsonProperty("expires_at") @Nullable Instant expiresAt) implements CoachingSessionEvent {

		public BusinessDescribed {
			EventIds.require(sessionId);
			changed = List.copyOf(changed);
		}

	}

	/**
	 * Somebody who was stuck got help, before or after the completion. Neither the step
	 * nor any answer changes by it.
	 *
	 * @param step what the help is about
	 * @param asked what the user said to it, as sent: a question, a hint, or the text to
	 * put better; null for nothing
	 * @param offers what may be taken: choices, proposals, or the one reformulation
	 * @param message what the coach says first; null for nothing
	 * @param questions questions that lead to an answer; of a reformulation, what the
	 * text still lacks
	 * @param better of a reformulation whether it scores higher than the text and has
	 * lost nothing; null for other kinds
	 * @param language {@code en} or {@code fr}
	 * @param source who wrote it: {@code scripted} or {@code model}
	 * @param model the model that wrote it; null for scripted texts
	 * @param promptVersion the version of the model's prompt; null likewise
	 * @param expiresAt when the session expires unless it is active before; null once it
	 * is completed
	 */
	@EventName("io.coachflow.session.help-given")
	@Revision("1")
	record HelpGiven(@JsonProperty("session_id") String sessionId, HelpKind kind, Step step, @Nullable String asked,
			List<Offer> offers, @Nullable String message, List<String> questions, @Nullable Boolean better,
			String language, String source, @Nullable String model,
			@JsonProperty("prompt_version") @Nullable String promptVersion,
			@JsonProperty("expires_at") @Nullable Instant expiresAt) implements CoachingSessionEvent {

		public HelpGiven {
			EventIds.require(sessionId);
			offers = List.copyOf(offers);
			questions = List.copyOf(questions);
		}

	}

	/**
	 * All five steps are answered. A completed session does not expire.
	 *
	 * @param confidence the mean score of the five answers, 0 to 1, two decimals
	 */
	@EventName("io.coachflow.session.completed")
	@Revision("1")
	record SessionCompleted(@JsonProperty("session_id") String sessionId,
			double confidence) implements CoachingSessionEvent {

		public SessionCompleted {
			EventIds.require(sessionId);
		}

	}

	/**
	 * The session was idle for too long.
	 *
	 * @param expiredAt when the session expired; the event is recorded then or later
	 */
	@EventName("io.coachflow.session.expired")
	@Revision("1")
	record SessionExpired(@JsonProperty("session_id") String sessionId,
			@JsonProperty("expired_at") Instant expiredAt) implements CoachingSessionEvent {

		public SessionExpired {
			EventIds.require(sessionId);
		}

	}

	/**
	 * The owner revived an expired session, which continues at its step.
	 *
	 * @param guidance what the coach showed for the current step
	 * @param expiresAt when the session expires unless it is active before
	 */
	@EventName("io.coachflow.session.resumed")
	@Revision("2")
	record SessionResumed(@JsonProperty("session_id") String sessionId, Guidance guidance,
			@JsonProperty("expires_at") Instant expiresAt) implements CoachingSessionEvent {

		public SessionResumed {
			EventIds.require(sessionId);
		}

	}

	/** The owner deleted the session; the history stays. */
	@EventName("io.coachflow.session.deleted")
	@Revision("1")
	record SessionDeleted(@JsonProperty("session_id") String sessionId) implements CoachingSessionEvent {

		public SessionDeleted {
			EventIds.require(sessionId);
		}

	}

}
