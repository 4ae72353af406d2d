package io.coachflow.command.guidance;

import java.util.Optional;
import java.util.function.Supplier;

import io.coachflow.contracts.session.Review;

/**
 * Reviews an answer before the session decides on it.
 */
public interface AnswerReviewer {

	/**
	 * Reviews an answer.
	 * @param request supplies the answer and its context, empty if no review is needed;
	 * called only if a review can be made
	 * @return empty if the review is not needed, fails or is late
	 */
	Optional<Review> review(Supplier<Optional<ReviewRequest>> request);

}
