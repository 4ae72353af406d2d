package io.coachflow.command.partner;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

import io.coachflow.command.guidance.Coach;
import io.coachflow.command.guidance.InteractiveModel;
import io.coachflow.command.guidance.PromptData;
import io.coachflow.contracts.session.HelpDraft;
import io.coachflow.contracts.session.HelpKind;
import io.coachflow.llm.LanguageModel;
import io.coachflow.llm.ModelRequest;
import io.coachflow.llm.PromptFile;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;

/**
 * Drafts help with a language model, within the time that a user can wait. If the model
 * keeps failing, a circuit breaker stops asking it for a while.
 */
public final class ModelPartner implements HelpDrafter, AutoCloseable {

	/** How much of each answer the model gets, in characters. */
	private static final int MAX_ANSWER = 1_000;

	private static final Map<HelpKind, Integer> MAX_OUTPUT_TOKENS = Map.of(HelpKind.QUESTIONS, 500, HelpKind.PROPOSALS,
			900, HelpKind.REFORMULATION, 1_200);

	private final InteractiveModel model;

	private final Coach script;

	private final Duration budget;

	private final Map<HelpKind, PromptFile> prompts = new EnumMap<>(HelpKind.class);

	/**
	 * Creates the partner.
	 * @param script describes each step to the model
	 * @param budget how long to wait in total
	 */
	public ModelPartner(LanguageModel model, Coach script, Duration budget) {
		this(model, script, budget, CircuitBreaker.of("partner", InteractiveModel.BREAKER));
	}

	ModelPartner(LanguageModel model, Coach script, Duration budget, CircuitBreaker breaker) {
		this.model = new InteractiveModel(model, budget, breaker);
		this.script = script;
		this.budget = budget;
		for (HelpKind kind : HelpKind.values()) {
			this.prompts.put(kind, PromptFile.load("partner/" + kind.id() + ".v1"));
		}
	}

	@Override
	public Optional<HelpDraft> draft(Supplier<Optional<HelpContext>> context) {
		return this.model.<HelpContext, ModelDraft, HelpDraft>ask(
				() -> context.get().filter(ModelPartner::canBeDrafted), this::question, ModelDraft::cleaned);
	}

	/** A short text comes back as it is, and a long one would not come back whole. */
	private static boolean canBeDrafted(HelpContext context) {
		String asked = Objects.requireNonNullElse(context.asked(), "");
		return context.kind() != HelpKind.REFORMULATION
				|| (!Reformulations.isShort(asked) && asked.length() <= HelpDraft.MAX_TEXT);
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
		Map<String, String> words = Map.of("language", Locale.of(context.language()).getDisplayLanguage(Locale.ENGLISH),
				"step", PromptData.about(context.step(), this.script));
		return new ModelRequest<>("partner-" + context.kind().id(), prompt.with(words, data(context)), form,
				(draft) -> draft.violations(context.language()), context.sessionId(), this.budget, Duration.ZERO,
				Objects.requireNonNull(MAX_OUTPUT_TOKENS.get(context.kind())));
	}

	private static Map<String, Object> data(HelpContext context) {
		Map<String, Object> data = PromptData.data(context.business(), "answers", context.answers(), MAX_ANSWER);
		if (!context.before().isEmpty()) {
			data.put("asked_before", context.before());
		}
		if (context.asked() != null) {
			data.put((context.kind() == HelpKind.REFORMULATION) ? "text" : "request", context.asked());
		}
		return data;
	}

	@Override
	public void close() {
		this.model.close();
	}

}
