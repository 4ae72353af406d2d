package io.coachflow.saga.agent.model;

import java.util.Map;

import io.coachflow.contracts.enrichment.Agent;
import io.coachflow.contracts.enrichment.AgentFault;
import io.coachflow.contracts.enrichment.AgentSource;
import io.coachflow.contracts.enrichment.Receipt;
import io.coachflow.llm.ModelResponse;
import io.coachflow.llm.LanguageModel;
import io.coachflow.llm.ModelException;
import io.coachflow.saga.agent.AgentException;
import io.coachflow.saga.agent.AgentTeam;
import io.coachflow.saga.agent.Assignment;
import io.coachflow.saga.agent.AgentOutput;

/**
 * The agents with a language model. What the model drafts is finished by code (contrast,
 * drawings, structured data, ranking) and held to the same rules as any other result.
 */
public final class ModelTeam implements AgentTeam {

	private final LanguageModel model;

	private final Map<Agent, AgentPrompt<?>> crafts = Map.of(Agent.RESEARCH,
			AgentPrompt.of("research", ResearchDraft.class, 4_000), Agent.CONTENT,
			AgentPrompt.of("content", ContentDraft.class, 4_000), Agent.LOGO,
			AgentPrompt.of("logo", LogoDraft.class, 8_000), Agent.SEO, AgentPrompt.of("seo", SeoDraft.class, 2_000),
			Agent.TEMPLATE, AgentPrompt.of("template", TemplateDraft.class, 3_000));

	/**
	 * Creates the team.
	 * @throws IllegalStateException if a prompt is missing, naming it
	 */
	public ModelTeam(LanguageModel model) {
		this.model = model;
	}

	@Override
	public AgentOutput make(Assignment assignment) {
		AgentPrompt<?> craft = this.crafts.get(assignment.agent());
		if (craft == null) {
			throw new IllegalStateException("Nobody can do " + assignment.agent());
		}
		return make(craft, assignment);
	}

	private <T extends Draft> AgentOutput make(AgentPrompt<T> craft, Assignment assignment) {
		try {
			ModelResponse<T> answered = this.model.ask(craft.question(assignment));
			return new AgentOutput(AgentSource.MODEL, answered.value().finish(assignment.brief()),
					new Receipt(answered.model(), answered.promptVersion(), answered.inputHash(), answered.tokensIn(),
							answered.tokensOut(), answered.price(), answered.latencyMs()));
		}
		catch (ModelException ex) {
			throw new AgentException(new AgentFault(ex.kind(), String.valueOf(ex.getMessage())), ex.isRetryable(),
					ex.retryAfter(), ex);
		}
	}

}
