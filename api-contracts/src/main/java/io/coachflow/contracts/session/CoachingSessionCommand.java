package io.coachflow.contracts.session;

import java.util.List;
import java.util.Map;

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

	/** The first command of a session. */
	sealed interface Beginning extends ByUser {

		/** What the client tells of the business. */
		Business business();

	}

	/** Start a session under an unused id. */
	record StartSession(@TargetAggregateIdentifier String sessionId, Requester requester,
			Business business) implements Beginning {
	}

	/**
	 * Start a session under an unused id and complete it at once. Weak answers are taken.
	 *
	 * @param answers to all five steps, stored as sent
	 */
	record StartFromBrief(@TargetAggregateIdentifier String sessionId, Requester requester, Business business,
			Map<Step, String> answers) implements Beginning {
	}

	/**
	 * Continue a session; revives it if it has expired.
	 *
	 * @param told what the client tells of the business, too; empty for nothing. Nodes of
	 * earlier versions do not send it
	 */
	record ResumeSession(@TargetAggregateIdentifier String sessionId, Requester requester,
			List<Told> told) implements ByUser {

		public ResumeSession {
			told = (told != null) ? List.copyOf(told) : List.of();
		}

		/** Without a word on the business. */
		public ResumeSession(String sessionId, Requester requester) {
			this(sessionId, requester, List.of());
		}

	}

	/**
	 * Change the answer to a step that was answered.
	 *
	 * @param answer 1 to 10,000 characters after trimming, stored as sent
	 */
	record ReviseAnswer(@TargetAggregateIdentifier String sessionId, Requester requester, Step step,
			String answer) implements ByUser {
	}

	/** Give, change or take away facts about the business. */
	record DescribeBusiness(@TargetAggregateIdentifier String sessionId, Requester requester,
			List<Told> told) implements ByUser {

		public DescribeBusiness {
			told = List.copyOf(told);
		}

	}

	/**
	 * What a client tells of one fact.
	 *
	 * @param value as sent; null takes the fact away
	 */
	record Told(Fact fact, @Nullable String value) {

		/** The business of which this is known, too. */
		Business in(Business business) {
			return new Business((this.fact == Fact.BUSINESS_NAME) ? this.value : business.name(),
					(this.fact == Fact.SECTOR) ? this.value : business.sector(),
					(this.fact == Fact.CITY) ? this.value : business.city(),
					(this.fact == Fact.COUNTRY) ? this.value : business.country());
		}

	}

	/**
	 * Answer the current step.
	 *
	 * @param answer 1 to 10,000 characters after trimming, stored as sent
	 * @param step the step that the client means to answer; null if it did not say
	 * @param review a model's review of the answer; null if there was none in time. Nodes
	 * of earlier versions know it as {@code advice}
	 * @param offeredId the id of the offer that the answer came from; null for none.
	 * Nodes of earlier versions do not send it
	 */
	record SubmitAnswer(@TargetAggregateIdentifier String sessionId, Requester requester, String answer,
			@Nullable Step step, @JsonProperty("advice") @Nullable Review review,
			@Nullable String offeredId) implements ByUser {

		/** An answer without a review. */
		public SubmitAnswer(String sessionId, Requester requester, String answer, @Nullable Step step) {
			this(sessionId, requester, answer, step, null, null);
		}

		/** An answer in the user's own words. */
		public SubmitAnswer(String sessionId, Requester requester, String answer, @Nullable Step step,
				@Nullable Review review) {
			this(sessionId, requester, answer, step, review, null);
		}

		/** The same answer with a model's review. */
		public SubmitAnswer with(Review given) {
			return new SubmitAnswer(this.sessionId, this.requester, this.answer, this.step, given, this.offeredId);
		}

	}

	/**
	 * Ask for help with a step that is current or was answered.
	 *
	 * @param step null for the current step; for a completed session, for the one whose
	 * answer is the weakest
	 * @param asked for questions and proposals what the user says to it, null for
	 * nothing; for a reformulation the text. As sent
	 * @param draft a model's help; null if there was none in time
	 */
	record AskForHelp(@TargetAggregateIdentifier String sessionId, Requester requester, HelpKind kind,
			@Nullable Step step, @Nullable String asked, @Nullable HelpDraft draft) implements ByUser {

		/** Without a model's help. */
		public AskForHelp(String sessionId, Requester requester, HelpKind kind, @Nullable Step step,
				@Nullable String asked) {
			this(sessionId, requester, kind, step, asked, null);
		}

		/** The same with a model's help. */
		public AskForHelp with(HelpDraft made) {
			return new AskForHelp(this.sessionId, this.requester, this.kind, this.step, this.asked, made);
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
