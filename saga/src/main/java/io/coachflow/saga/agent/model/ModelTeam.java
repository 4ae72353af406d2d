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
 * The agents with a language model. The model writes drafts; code completes them
 * (contrast, drawings, structured data, ranking) and checks them by the same rules as any
 * other result.
 */
public final class ModelTeam implements AgentTeam {

	private final LanguageModel model;

	private final Map<Agent, AgentPrompt<?>> prompts = Map.of(Agent.RESEARCH,
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
		AgentPrompt<?> prompt = this.prompts.get(assignment.agent());
		if (prompt == null) {
			throw new IllegalStateException("There is no prompt for the agent " + assignment.agent().id());
		}
		return make(prompt, assignment);
	}

	private <T extends Draft> AgentOutput make(AgentPrompt<T> prompt, Assignment assignment) {
		try {
			ModelResponse<T> response = this.model.ask(prompt.question(assignment));
			return new AgentOutput(AgentSource.MODEL, response.value().finish(assignment.brief()),
					new Receipt(response.model(), response.promptVersion(), response.inputHash(), response.tokensIn(),
							response.tokensOut(), response.price(), response.latencyMs(), assignment.inputs()));
		}
		catch (ModelException ex) {
			throw new AgentException(new AgentFault(ex.kind(), String.valueOf(ex.getMessage())), ex.isRetryable(),
					ex.retryAfter(), ex);
		}
	}

}
