package io.coachflow.command.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import io.coachflow.command.guidance.Coach;
import io.coachflow.contracts.session.Business;
import io.coachflow.contracts.session.CoachingSessionCommand.SubmitAnswer;
import io.coachflow.contracts.session.Confidence;
import io.coachflow.contracts.session.Guidance;
import io.coachflow.contracts.session.Reply;
import io.coachflow.contracts.session.Review;
import io.coachflow.contracts.session.Step;
import org.jspecify.annotations.Nullable;

/**
 * Scores a session's answers and chooses what to show next: the coach's texts, or those
 * of a model's review. Results depend on the arguments only.
 */
final class SessionCoach {

	/** A coach who asks a third time is a form that cannot be sent. */
	private static final int MOST_QUESTIONS = 2;

	private final Coach coach;

	private final double minimumConfidence;

	SessionCoach(Coach coach, double minimumConfidence) {
		this.coach = coach;
		this.minimumConfidence = minimumConfidence;
	}

	/**
	 * The assessment of an answer.
	 *
	 * @param accepted whether it is taken, be it weak
	 * @param guidance for the next step if accepted, else a clarification question
	 * @param reformulation the answer in a model's words; null if there are none
	 */
	record Assessment(Confidence confidence, boolean accepted, Guidance guidance, @Nullable String reformulation) {
	}

	/** The score of another answer to a step that was answered. */
	Confidence score(SessionState session, Step step, String answer) {
		return this.coach.assess(step, answer,
				session.answers()
					.entrySet()
					.stream()
					.filter((other) -> other.getKey() != step)
					.map(Map.Entry::getValue)
					.toList());
	}

	/** Assesses an answer to the session's current step. */
	Assessment assess(SessionState session, Step step, SubmitAnswer command) {
		boolean repeated = repeats(session, command.answer());
		Optional<Review> review = Optional.ofNullable(command.review())
			.filter((given) -> !repeated && given.step() == step && given.sequence() == session.sequence());
		Confidence scored = this.coach.assess(step, command.answer(), session.answers().values());
		// A review alone causes at most one clarification per step
		double floor = (session.askedBack() > 0) ? this.minimumConfidence : 0;
		Confidence confidence = review.map((given) -> scored.judged(given.score(), floor)).orElse(scored);
		boolean accepted = session.askedBack() >= MOST_QUESTIONS
				|| (confidence.score() >= this.minimumConfidence && !repeated);
		Guidance guidance = accepted
				? inWordsOf(review, Review::message,
						guide(session.business(), step.next(), command.requester().language()))
				: question(session, step, confidence, review, repeated, command.requester().language());
		return new Assessment(confidence, accepted, guidance, review.map(Review::reformulation).orElse(null));
	}

	/**
	 * Whether an answer is the one sent before it: a double click, or a reader who was
	 * asked back and sends the same again. Never where asking back is off.
	 */
	boolean repeats(SessionState session, String answer) {
		return this.minimumConfidence > 0 && session.askedBack() < MOST_QUESTIONS && isSame(session.lastSent(), answer);
	}

	/** The steps with an answer that is weak or equal to the one before it. */
	List<Step> weak(Reply reply) {
		List<Step> weak = new ArrayList<>();
		String before = null;
		for (Step step : Step.values()) {
			String answer = reply.answers().get(step);
			if (answer != null && this.minimumConfidence > 0
					&& (reply.confidence().getOrDefault(step, 0.0) < this.minimumConfidence
							|| isSame(before, answer))) {
				weak.add(step);
			}
			before = answer;
		}
		return List.copyOf(weak);
	}

	private static boolean isSame(@Nullable String before, String answer) {
		return before != null && before.strip().equals(answer.strip());
	}

	/** A question that was not asked at this step before. */
	private Guidance question(SessionState session, Step step, Confidence confidence, Optional<Review> review,
			boolean repeated, String language) {
		String sector = session.business().sector();
		if (repeated) {
			return this.coach.repeated(step, sector, language, session.askedBack());
		}
		Guidance scripted = this.coach.clarify(step, confidence, sector, language, session.askedBack());
		Guidance asked = inWordsOf(review, Review::clarification, scripted);
		return (session.guidance() != null && asked.message().equals(session.guidance().message())) ? scripted : asked;
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
