package io.coachflow.command.guidance;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import io.coachflow.contracts.enrichment.AgentFault;
import io.coachflow.contracts.session.Review;
import io.coachflow.contracts.session.Business;
import io.coachflow.contracts.session.Step;
import io.coachflow.llm.ModelResponse;
import io.coachflow.llm.LanguageModel;
import io.coachflow.llm.ModelException;
import io.coachflow.llm.PromptFile;
import io.coachflow.llm.ModelRequest;
import io.coachflow.llm.SessionGoneException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import org.jspecify.annotations.Nullable;

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

	static final CircuitBreakerConfig BREAKER = CircuitBreakerConfig.custom()
		.slidingWindowSize(10)
		.minimumNumberOfCalls(5)
		.failureRateThreshold(50)
		.waitDurationInOpenState(Duration.ofSeconds(15))
		.permittedNumberOfCallsInHalfOpenState(1)
		.build();

	private final LanguageModel model;

	private final Coach script;

	private final Duration budget;

	private final PromptFile prompt = PromptFile.load("coach/step.v1");

	private final CircuitBreaker breaker;

	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	/**
	 * Creates the reviewer.
	 * @param script describes each step to the model
	 * @param budget how long to wait in total
	 */
	public ModelReviewer(LanguageModel model, Coach script, Duration budget) {
		this(model, script, budget, CircuitBreaker.of("coach", BREAKER));
	}

	ModelReviewer(LanguageModel model, Coach script, Duration budget, CircuitBreaker breaker) {
		this.model = model;
		this.script = script;
		this.budget = budget;
		this.breaker = breaker;
	}

	@Override
	public Optional<Review> review(Supplier<Optional<ReviewRequest>> request) {
		if (!this.breaker.tryAcquirePermission()) {
			return Optional.empty();
		}
		Optional<ReviewRequest> found = Optional.empty();
		try {
			found = request.get();
		}
		finally {
			if (found.isEmpty()) {
				this.breaker.releasePermission();
			}
		}
		return found.flatMap(this::ask);
	}

	private Optional<Review> ask(ReviewRequest request) {
		long begun = System.nanoTime();
		Future<ModelResponse<CoachDraft>> asked = this.threads.submit(() -> this.model.ask(question(request)));
		try {
			Review review = CoachDraft.review(asked.get(this.budget.toNanos(), TimeUnit.NANOSECONDS), request);
			this.breaker.onSuccess(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
			return Optional.of(review);
		}
		catch (ExecutionException ex) {
			failed(Objects.requireNonNullElse(ex.getCause(), ex), begun);
		}
		catch (TimeoutException ex) {
			failed(ex, begun);
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
			this.breaker.releasePermission();
		}
		finally {
			asked.cancel(true);
		}
		return Optional.empty();
	}

	/** A deleted session or one without tokens left is not a failure of the model. */
	private void failed(Throwable failure, long begun) {
		if (failure instanceof SessionGoneException
				|| (failure instanceof ModelException ex && ex.kind() == AgentFault.Kind.BUDGET_EXHAUSTED)) {
			this.breaker.releasePermission();
		}
		else {
			this.breaker.onError(System.nanoTime() - begun, TimeUnit.NANOSECONDS, failure);
		}
	}

	private ModelRequest<CoachDraft> question(ReviewRequest request) {
		String language = Locale.of(request.language()).getDisplayLanguage(Locale.ENGLISH);
		// In English: the steps are about the same in both languages
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
		return step.id() + " - " + this.script.guide(step, null, "en").message();
	}

	private static Map<String, Object> data(ReviewRequest request) {
		Map<String, Object> data = new LinkedHashMap<>();
		Business business = request.business();
		put(data, "business_name", business.name());
		put(data, "sector", business.sector());
		put(data, "city", business.city());
		put(data, "country", business.country());
		Map<String, String> earlier = new LinkedHashMap<>();
		request.earlierAnswers().forEach((step, answer) -> earlier.put(step.id(), cut(answer, MAX_EARLIER)));
		data.put("earlier_answers", earlier);
		data.put("answer", cut(request.answer(), MAX_ANSWER));
		return data;
	}

	private static void put(Map<String, Object> data, String name, @Nullable String value) {
		if (value != null) {
			data.put(name, value);
		}
	}

	private static String cut(String text, int longest) {
		if (text.length() <= longest) {
			return text;
		}
		return text.substring(0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest) + " …";
	}

	@Override
	public void close() {
		this.threads.shutdownNow();
	}

}
