package io.coachflow.contracts.session;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can be asked of a coaching session. Each is answered by an
 * {@link Outcome}.
 */
public sealed interface CoachingSessionCommand {

	String sessionId();

	/** A command on behalf of a user; only the session's owner gets anything but 403. */
	sealed interface ByUser extends CoachingSessionCommand {

		Requester requester();

	}

	/** Begin a session under an id that nobody has used. */
	record StartSession(@TargetAggregateIdentifier String sessionId, Requester requester,
			Business business) implements ByUser {
	}

	/** Go on with a session; revives it where it has expired. */
	record ResumeSession(@TargetAggregateIdentifier String sessionId, Requester requester) implements ByUser {
	}

	/**
	 * Answer the current step.
	 *
	 * @param answer 1 to 10,000 characters after trimming, stored as sent
	 * @param step the step that the client believes it answers, where it said so
	 * @param advice what a model thought of the answer; absent where none did in time
	 */
	record SubmitAnswer(@TargetAggregateIdentifier String sessionId, Requester requester, String answer,
			@Nullable Step step, @Nullable Review advice) implements ByUser {

		/** An answer that no model has seen. */
		public SubmitAnswer(String sessionId, Requester requester, String answer, @Nullable Step step) {
			this(sessionId, requester, answer, step, null);
		}

		/** The same answer with a model's advice. */
		public SubmitAnswer with(Review given) {
			return new SubmitAnswer(this.sessionId, this.requester, this.answer, this.step, given);
		}

	}

	/** Ask for the completion, which the fifth answer has brought about. */
	record CompleteSession(@TargetAggregateIdentifier String sessionId, Requester requester) implements ByUser {
	}

	/** Take the session out of its owner's sight. */
	record DeleteSession(@TargetAggregateIdentifier String sessionId, Requester requester) implements ByUser {
	}

	/** Record that the session has expired, if it has. */
	record ExpireSession(@TargetAggregateIdentifier String sessionId) implements CoachingSessionCommand {
	}

}
