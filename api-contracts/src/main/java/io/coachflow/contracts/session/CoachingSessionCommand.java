package io.coachflow.contracts.session;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * The commands of a coaching session. Each returns an {@link Outcome}.
 */
public sealed interface CoachingSessionCommand {

	String sessionId();

	/** A command on behalf of a user. It is refused if another user owns the session. */
	sealed interface ByUser extends CoachingSessionCommand {

		Requester requester();

	}

	/** Start a session under an unused id. */
	record StartSession(@TargetAggregateIdentifier String sessionId, Requester requester,
			Business business) implements ByUser {
	}

	/** Continue a session; revives it if it has expired. */
	record ResumeSession(@TargetAggregateIdentifier String sessionId, Requester requester) implements ByUser {
	}

	/**
	 * Answer the current step.
	 *
	 * @param answer 1 to 10,000 characters after trimming, stored as sent
	 * @param step the step that the client means to answer; null if it did not say
	 * @param review a model's review of the answer; null if there was none in time. Nodes
	 * of earlier versions know it as {@code advice}
	 */
	record SubmitAnswer(@TargetAggregateIdentifier String sessionId, Requester requester, String answer,
			@Nullable Step step, @JsonProperty("advice") @Nullable Review review) implements ByUser {

		/** An answer without a review. */
		public SubmitAnswer(String sessionId, Requester requester, String answer, @Nullable Step step) {
			this(sessionId, requester, answer, step, null);
		}

		/** The same answer with a model's review. */
		public SubmitAnswer with(Review given) {
			return new SubmitAnswer(this.sessionId, this.requester, this.answer, this.step, given);
		}

	}

	/** Read the completed session, which the fifth answer has completed. */
	record CompleteSession(@TargetAggregateIdentifier String sessionId, Requester requester) implements ByUser {
	}

	/** Delete the session for its owner; its history stays. */
	record DeleteSession(@TargetAggregateIdentifier String sessionId, Requester requester) implements ByUser {
	}

	/** Record that the session has expired, if it has. */
	record ExpireSession(@TargetAggregateIdentifier String sessionId) implements CoachingSessionCommand {
	}

}
