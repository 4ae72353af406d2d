package io.coachflow.command.guidance;

import java.util.Optional;
import java.util.function.Supplier;

import io.coachflow.contracts.session.Review;

/**
 * Thinks about an answer before the session decides on it.
 */
public interface AnswerReviewer {

	/**
	 * Advises, or does not: late, broken or unsure it says nothing.
	 * @param situation what there is to advise on, if anything; found out only where
	 * somebody can advise
	 */
	Optional<Review> advise(Supplier<Optional<ReviewRequest>> situation);

}
