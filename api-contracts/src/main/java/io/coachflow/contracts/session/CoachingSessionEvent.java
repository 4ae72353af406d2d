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
	 */
	@EventName("io.coachflow.session.step-answered")
	@Revision("2")
	record StepAnswered(@JsonProperty("session_id") String sessionId, Step step, String answer, Confidence confidence,
			Guidance guidance, @JsonProperty("expires_at") Instant expiresAt,
			@Nullable String reformulation) implements CoachingSessionEvent {

		public StepAnswered {
			EventIds.require(sessionId);
		}

		/** An answer without a model's reformulation. */
		public StepAnswered(String sessionId, Step step, String answer, Confidence confidence, Guidance guidance,
				Instant expiresAt) {
			this(sessionId, step, answer, confidence, guidance, expiresAt, null);
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
