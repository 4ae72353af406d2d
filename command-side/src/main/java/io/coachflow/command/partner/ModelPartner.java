package io.coachflow.command.partner;

import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import io.coachflow.command.guidance.Coach;
import io.coachflow.contracts.enrichment.AgentFault;
import io.coachflow.contracts.session.Fact;
import io.coachflow.contracts.session.HelpDraft;
import io.coachflow.contracts.session.HelpKind;
import io.coachflow.contracts.session.Step;
import io.coachflow.llm.LanguageModel;
import io.coachflow.llm.ModelException;
import io.coachflow.llm.ModelRequest;
import io.coachflow.llm.ModelResponse;
import io.coachflow.llm.PromptFile;
import io.coachflow.llm.SessionGoneException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;

/**
 * Drafts help with a language model, within the time that a user can wait. If the model
 * keeps failing, a circuit breaker stops asking it for a while.
 */
public final class ModelPartner implements HelpDrafter, AutoCloseable {

	/** How much of each answer the model gets, in characters. */
	private static final int MAX_ANSWER = 1_000;

	private static final Map<HelpKind, Integer> MAX_OUTPUT_TOKENS = Map.of(HelpKind.QUESTIONS, 500, HelpKind.PROPOSALS,
			900, HelpKind.REFORMULATION, 1_200);

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

	private final Map<HelpKind, PromptFile> prompts = new EnumMap<>(HelpKind.class);

	private final CircuitBreaker breaker;

	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	/**
	 * Creates the partner.
	 * @param script describes each step to the model
	 * @param budget how long to wait in total
	 */
	public ModelPartner(LanguageModel model, Coach script, Duration budget) {
		this(model, script, budget, CircuitBreaker.of("partner", BREAKER));
	}

	ModelPartner(LanguageModel model, Coach script, Duration budget, CircuitBreaker breaker) {
		this.model = model;
		this.script = script;
		this.budget = budget;
		this.breaker = breaker;
		for (HelpKind kind : HelpKind.values()) {
			this.prompts.put(kind, PromptFile.load("partner/" + kind.id() + ".v1"));
		}
	}

	@Override
	public Optional<HelpDraft> draft(Supplier<Optional<HelpContext>> context) {
		if (!this.breaker.tryAcquirePermission()) {
			return Optional.empty();
		}
		Optional<HelpContext> found = Optional.empty();
		try {
			found = context.get().filter(ModelPartner::canBeDrafted);
		}
		finally {
			if (found.isEmpty()) {
				this.breaker.releasePermission();
			}
		}
		return found.flatMap(this::ask);
	}

	/** A short text comes back as it is, and a long one would not come back whole. */
	private static boolean canBeDrafted(HelpContext context) {
		String asked = Objects.requireNonNullElse(context.asked(), "");
		return context.kind() != HelpKind.REFORMULATION
				|| (!Reformulations.isShort(asked) && asked.length() <= HelpDraft.MAX_TEXT);
	}

	private Optional<HelpDraft> ask(HelpContext context) {
		long begun = System.nanoTime();
		Callable<ModelResponse<? extends ModelDraft>> call = () -> this.model.ask(question(context));
		Future<ModelResponse<? extends ModelDraft>> asked = this.threads.submit(call);
		try {
			HelpDraft draft = ModelDraft.cleaned(asked.get(this.budget.toNanos(), TimeUnit.NANOSECONDS), context);
			this.breaker.onSuccess(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
			return Optional.of(draft);
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

	private ModelRequest<? extends ModelDraft> question(HelpContext context) {
		return switch (context.kind()) {
			case QUESTIONS -> question(context, ModelDraft.ForQuestions.class);
			case PROPOSALS -> question(context, ModelDraft.ForProposals.class);
			case REFORMULATION -> question(context, ModelDraft.ForReformulation.class);
		};
	}

	private <T extends ModelDraft> ModelRequest<T> question(HelpContext context, Class<T> form) {
		PromptFile prompt = Objects.requireNonNull(this.prompts.get(context.kind()));
		// In English: the steps are about the same in both languages
		Map<String, String> words = Map.of("language", Locale.of(context.language()).getDisplayLanguage(Locale.ENGLISH),
				"step", about(context.step()));
		return new ModelRequest<>("partner-" + context.kind().id(), prompt.with(words, data(context)), form,
				(draft) -> draft.violations(context.language()), context.sessionId(), this.budget, Duration.ZERO,
				Objects.requireNonNull(MAX_OUTPUT_TOKENS.get(context.kind())));
	}

	private String about(Step step) {
		return step.id() + " - " + this.script.guide(step, null, "en").message();
	}

	private static Map<String, Object> data(HelpContext context) {
		Map<String, Object> data = new LinkedHashMap<>();
		for (Fact fact : Fact.values()) {
			String value = fact.in(context.business());
			if (value != null) {
				data.put(fact.id(), value);
			}
		}
		Map<String, String> answers = new LinkedHashMap<>();
		context.answers().forEach((step, answer) -> answers.put(step.id(), cut(answer)));
		data.put("answers", answers);
		if (!context.before().isEmpty()) {
			data.put("asked_before", context.before());
		}
		if (context.asked() != null) {
			data.put((context.kind() == HelpKind.REFORMULATION) ? "text" : "request", context.asked());
		}
		return data;
	}

	private static String cut(String text) {
		if (text.length() <= MAX_ANSWER) {
			return text;
		}
		int end = Character.isHighSurrogate(text.charAt(MAX_ANSWER - 1)) ? MAX_ANSWER - 1 : MAX_ANSWER;
		return text.substring(0, end) + " …";
	}

	@Override
	public void close() {
		this.threads.shutdownNow();
	}

}
