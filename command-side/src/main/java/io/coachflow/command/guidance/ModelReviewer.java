package io.coachflow.command.guidance;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import io.coachflow.contracts.session.Review;
import io.coachflow.contracts.session.Step;
import io.coachflow.llm.LanguageModel;
import io.coachflow.llm.PromptFile;
import io.coachflow.llm.ModelRequest;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;

/**
 * Reviews answers with a language model, within the time that a user can wait. If the
 * model keeps failing, a circuit breaker stops asking it for a while.
 */
public final class ModelReviewer implements AnswerReviewer, AutoCloseable {

	private static final int MAX_OUTPUT_TOKENS = 500;

	/** How much of the answer the model gets, in characters. */
	private static final int MAX_ANSWER = 4_000;

	/** The same for each earlier answer. */
	private static final int MAX_EARLIER = 1_000;

	private final InteractiveModel model;

	private final Coach script;

	private final Duration budget;

	private final PromptFile prompt = PromptFile.load("coach/step.v1");

	/**
	 * Creates the reviewer.
	 * @param script describes each step to the model
	 * @param budget how long to wait in total
	 */
	public ModelReviewer(LanguageModel model, Coach script, Duration budget) {
		this(model, script, budget, CircuitBreaker.of("coach", InteractiveModel.BREAKER));
	}

	ModelReviewer(LanguageModel model, Coach script, Duration budget, CircuitBreaker breaker) {
		this.model = new InteractiveModel(model, budget, breaker);
		this.script = script;
		this.budget = budget;
	}

	@Override
	public Optional<Review> review(Supplier<Optional<ReviewRequest>> request) {
		return this.model.<ReviewRequest, CoachDraft, Review>ask(request, this::question, CoachDraft::review);
	}

	private ModelRequest<CoachDraft> question(ReviewRequest request) {
		String language = Locale.of(request.language()).getDisplayLanguage(Locale.ENGLISH);
		Map<String, String> words = Map
			.of("language", language, "step", request.step().id(), "asked", about(request.step()), "next", request
				.step()
				.next()
				.map(this::about)
				.orElse("Nothing more: all five steps are answered. Thank the entrepreneur and say that the business package is being made."));
		return new ModelRequest<>("coach", this.prompt.with(words, data(request)), CoachDraft.class,
				(draft) -> draft.violations(request.language()), request.sessionId(), this.budget, Duration.ZERO,
				MAX_OUTPUT_TOKENS);
	}

	private String about(Step step) {
		return PromptData.about(step, this.script);
	}

	private static Map<String, Object> data(ReviewRequest request) {
		Map<String, Object> data = PromptData.data(request.business(), "earlier_answers", request.earlierAnswers(),
				MAX_EARLIER);
		data.put("answer", PromptData.cut(request.answer(), MAX_ANSWER));
		return data;
	}

	@Override
	public void close() {
		this.model.close();
	}

}
