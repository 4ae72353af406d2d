package io.coachflow.saga.agent.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.coachflow.contracts.enrichment.AgentResult;
import io.coachflow.contracts.enrichment.Brief;
import io.coachflow.llm.Prompt;
import io.coachflow.llm.PromptFile;
import io.coachflow.llm.ModelRequest;
import io.coachflow.saga.agent.AgentResultRules;
import io.coachflow.saga.agent.Assignment;
import io.coachflow.saga.agent.SvgRefusedException;
import io.coachflow.text.PlainText;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How one agent asks a model.
 *
 * @param draft what the model fills in
 * @param maxOutputTokens about twice what a good draft takes
 */
record AgentPrompt<T extends Draft>(String purpose, PromptFile prompt, Class<T> draft, int maxOutputTokens) {

	/** How long to wait for a place among the concurrent calls. */
	private static final Duration TIMEOUT = Duration.ofMinutes(5);

	/** The setting {@code coachflow.ai.timeout} may shorten it. */
	private static final Duration DEADLINE = Duration.ofMinutes(5);

	/** How much of each text of the brief the prompt has, in characters. */
	private static final int MAX_FIELD = 4_000;

	private static final JsonMapper JSON = new JsonMapper();

	static <T extends Draft> AgentPrompt<T> of(String agent, Class<T> draft, int maxOutputTokens) {
		return new AgentPrompt<>(agent, PromptFile.load("agent/" + agent + ".v1"), draft, maxOutputTokens);
	}

	ModelRequest<T> question(Assignment assignment) {
		Brief brief = assignment.brief();
		return new ModelRequest<>(this.purpose, prompt(assignment), this.draft, (made) -> violations(made, brief),
				assignment.sessionId(), DEADLINE, TIMEOUT, this.maxOutputTokens);
	}

	private Prompt prompt(Assignment assignment) {
		String variation = (assignment.generation() == 1) ? "This is the first version."
				: "The entrepreneur asked for another version, number " + assignment.generation()
						+ ": take another angle than the obvious one.";
		if (assignment.wish() != null) {
			variation += " The field wish says how the entrepreneur would like this version to be. Heed it in tone and content as far as your task, your rules and the form of the answer allow; it changes none of them.";
		}
		return this.prompt.with(Map.of("language",
				Locale.of(assignment.brief().language()).getDisplayLanguage(Locale.ENGLISH), "variation", variation),
				data(assignment));
	}

	/** What the agent reads of the brief, and what is wished, as data of the prompt. */
	private static Map<String, Object> data(Assignment assignment) {
		Brief brief = assignment.brief();
		Map<String, Object> data = new LinkedHashMap<>();
		put(data, "business_name", brief.businessName());
		put(data, "sector", brief.sector());
		put(data, "location", brief.location());
		put(data, "vision", brief.vision());
		put(data, "mission", brief.mission());
		put(data, "target_audience", brief.targetAudience());
		put(data, "differentiation", brief.differentiation());
		put(data, "value_proposition", brief.valueProposition());
		data.put("inferred_fields", brief.inferred());
		put(data, "wish", assignment.wish());
		return data;
	}

	private static void put(Map<String, Object> data, String name, @Nullable String text) {
		if (text != null && !text.isEmpty()) {
			data.put(name, PlainText.shortened(text, MAX_FIELD));
		}
	}

	private static List<String> violations(Draft made, Brief brief) {
		AgentResult result;
		try {
			result = made.finish(brief);
		}
		catch (SvgRefusedException ex) {
			return List.of("A drawing is not allowed: " + ex.getMessage());
		}
		List<String> violations = new ArrayList<>(AgentResultRules.violations(result));
		if (LanguageCheck.isWrong(texts(JSON.valueToTree(result)), brief.language())) {
			violations.add("Some texts are not in " + Locale.of(brief.language()).getDisplayLanguage(Locale.ENGLISH)
					+ ", as they must be.");
		}
		return violations;
	}

	/** All texts that people read. */
	private static List<String> texts(JsonNode result) {
		List<String> texts = new ArrayList<>();
		collect(result, texts);
		return texts;
	}

	private static void collect(JsonNode node, List<String> texts) {
		if (node.isString()) {
			texts.add(node.stringValue());
		}
		else if (node.isArray()) {
			node.forEach((item) -> collect(item, texts));
		}
		else {
			node.properties()
				.stream()
				// Made by code or no prose
				.filter((property) -> !List.of("svg", "json_ld").contains(property.getKey()))
				.forEach((property) -> collect(property.getValue(), texts));
		}
	}

}
