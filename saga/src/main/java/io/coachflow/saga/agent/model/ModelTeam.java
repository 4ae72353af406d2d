package io.coachflow.saga.agent.model;

import java.util.Map;

import io.coachflow.contracts.enrichment.Agent;
import io.coachflow.contracts.enrichment.AgentFault;
import io.coachflow.contracts.enrichment.AgentSource;
import io.coachflow.contracts.enrichment.Receipt;
import io.coachflow.llm.Answered;
import io.coachflow.llm.LanguageModel;
import io.coachflow.llm.ModelException;
import io.coachflow.saga.agent.AgentException;
import io.coachflow.saga.agent.AgentTeam;
import io.coachflow.saga.agent.Assignment;
import io.coachflow.saga.agent.Made;

/**
 * The agents with a language model. What the model drafts is finished by code (contrast,
 * drawings, structured data, ranking) and held to the same rules as any other result.
 */
public final class ModelTeam implements AgentTeam {

	private final LanguageModel model;

	private final Map<Agent, Craft<?>> crafts = Map.of(Agent.RESEARCH, Craft.of("research", ResearchDraft.class, 4_000),
			Agent.CONTENT, Craft.of("content", ContentDraft.class, 4_000), Agent.LOGO,
			Craft.of("logo", LogoDraft.class, 8_000), Agent.SEO, Craft.of("seo", SeoDraft.class, 2_000), Agent.TEMPLATE,
			Craft.of("template", TemplateDraft.class, 3_000));

	/**
	 * Creates the team.
	 * @throws IllegalStateException if a prompt is missing, naming it
	 */
	public ModelTeam(LanguageModel model) {
		this.model = model;
	}

	@Override
	public Made make(Assignment assignment) {
		Craft<?> craft = this.crafts.get(assignment.agent());
		if (craft == null) {
			throw new IllegalStateException("Nobody can do " + assignment.agent());
		}
		return make(craft, assignment);
	}

	private <T extends Draft> Made make(Craft<T> craft, Assignment assignment) {
		try {
			Answered<T> answered = this.model.ask(craft.question(assignment));
			return new Made(AgentSource.MODEL, answered.value().finish(assignment.brief()),
					new Receipt(answered.model(), answered.promptVersion(), answered.inputHash(), answered.tokensIn(),
							answered.tokensOut(), answered.price(), answered.latencyMs()));
		}
		catch (ModelException ex) {
			throw new AgentException(new AgentFault(ex.kind(), String.valueOf(ex.getMessage())), ex.isRetryable(),
					ex.retryAfter(), ex);
		}
	}

}
