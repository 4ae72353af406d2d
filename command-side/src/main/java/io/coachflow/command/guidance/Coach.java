package io.coachflow.command.guidance;

import java.util.Collection;

import io.coachflow.contracts.session.Confidence;
import io.coachflow.contracts.session.Guidance;
import io.coachflow.contracts.session.Step;
import org.jspecify.annotations.Nullable;

/**
 * Scores answers and gives guidance. Results depend on the arguments only, so that
 * decisions that use the coach stay pure functions.
 */
public interface Coach {

	/**
	 * Scores an answer.
	 * @param earlierAnswers the accepted answers to the steps before
	 */
	Confidence assess(Step step, String answer, Collection<String> earlierAnswers);

	/**
	 * The guidance for a step.
	 * @param sector the trade in the client's own words; null if it named none
	 * @param language {@code en} or {@code fr}
	 */
	Guidance guide(Step step, @Nullable String sector, String language);

	/**
	 * The clarification question for a weak answer: it asks for what is missing most.
	 * @param asked how many questions the coach has asked back at the step; 0 the first
	 * time. The second question is never the same as the first
	 */
	Guidance clarify(Step step, Confidence confidence, @Nullable String sector, String language, int asked);

	/**
	 * The question for an answer that is the same text as the one before it.
	 * @param asked how many questions the coach has asked back at the step; 0 or more
	 */
	Guidance repeated(Step step, @Nullable String sector, String language, int asked);

	/** The closing guidance once all steps are answered. */
	Guidance close(@Nullable String sector, String language);

}
