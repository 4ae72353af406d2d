package io.coachflow.command.guidance;

import java.util.Collection;

import io.coachflow.contracts.session.Confidence;
import io.coachflow.contracts.session.Guidance;
import io.coachflow.contracts.session.Step;
import org.jspecify.annotations.Nullable;

/**
 * The coach's judgement and words. Every answer depends on the arguments alone, so that a
 * decision that asks the coach stays a pure function.
 */
public interface Coach {

	/**
	 * How good an answer is.
	 * @param earlierAnswers the accepted answers to the steps before
	 */
	Confidence assess(Step step, String answer, Collection<String> earlierAnswers);

	/**
	 * What to answer at a step.
	 * @param sector the trade in the client's own words; absent where it named none
	 * @param language {@code en} or {@code fr}
	 */
	Guidance guide(Step step, @Nullable String sector, String language);

	/** The question that a weak answer gets back: it asks for what is missing most. */
	Guidance clarify(Step step, Confidence confidence, @Nullable String sector, String language);

	/** What to say once all steps are answered. */
	Guidance close(@Nullable String sector, String language);

}
