package io.coachflow.command.session;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import io.coachflow.command.guidance.Coach;
import io.coachflow.contracts.session.Business;
import io.coachflow.contracts.session.CoachingSessionCommand.SubmitAnswer;
import io.coachflow.contracts.session.Confidence;
import io.coachflow.contracts.session.Guidance;
import io.coachflow.contracts.session.Review;
import io.coachflow.contracts.session.Step;
import org.jspecify.annotations.Nullable;

/**
 * Scores a session's answers and chooses what to show next: the coach's texts, or those
 * of a model's review. Results depend on the arguments only.
 */
final class SessionCoach {

	private final Coach coach;

	private final double minimumConfidence;

	SessionCoach(Coach coach, double minimumConfidence) {
		this.coach = coach;
		this.minimumConfidence = minimumConfidence;
	}

	/**
	 * The assessment of an answer.
	 *
	 * @param accepted whether the score reaches the minimum
	 * @param guidance for the next step if accepted, else a clarification question
	 * @param reformulation the answer in a model's words; null if there are none
	 */
	record Assessment(Confidence confidence, boolean accepted, Guidance guidance, @Nullable String reformulation) {
	}

	/** Assesses an answer to the session's current step. */
	Assessment assess(SessionState session, Step step, SubmitAnswer command) {
		Optional<Review> review = Optional.ofNullable(command.review())
			.filter((given) -> given.step() == step && given.sequence() == session.sequence());
		Confidence scored = this.coach.assess(step, command.answer(), session.answers().values());
		// A review alone causes at most one clarification per step
		double floor = session.askedBack() ? this.minimumConfidence : 0;
		Confidence confidence = review.map((given) -> scored.judged(given.score(), floor)).orElse(scored);
		boolean accepted = confidence.score() >= this.minimumConfidence;
		String language = command.requester().language();
		Guidance guidance = accepted
				? inWordsOf(review, Review::message, guide(session.business(), step.next(), language))
				: inWordsOf(review, Review::clarification,
						this.coach.clarify(step, confidence, session.business().sector(), language));
		return new Assessment(confidence, accepted, guidance, review.map(Review::reformulation).orElse(null));
	}

	/** The guidance for the step to answer next, or the closing one if none is left. */
	Guidance guide(Business business, Optional<Step> step, String language) {
		return step.map((next) -> this.coach.guide(next, business.sector(), language))
			.orElseGet(() -> this.coach.close(business.sector(), language));
	}

	/** The review's text if it has one, else the script's. */
	private static Guidance inWordsOf(Optional<Review> review, Function<Review, @Nullable String> text,
			Guidance scripted) {
		if (review.isEmpty()) {
			return scripted;
		}
		String message = text.apply(review.get());
		if (message == null) {
			return scripted;
		}
		// The review's questions are on the next step: they fit no clarification and no
		// closing
		List<String> questions = review.get().questions();
		boolean onNext = review.get().step().next().equals(Optional.ofNullable(scripted.step()));
		return scripted.inWordsOf(review.get(), message,
				(onNext && scripted.step() != null && !questions.isEmpty()) ? questions : scripted.questions());
	}

}
