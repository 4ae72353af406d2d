package io.coachflow.console.history;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A session as it stood at a point.
 *
 * @param answers the answered steps, in their order
 * @param coach what the coach said last
 */
record StateView(List<Fact> facts, List<Answer> answers, List<Passage> coach) {

	/**
	 * An answered step.
	 *
	 * @param score 0 to 1; null if it has none
	 */
	record Answer(Fact step, Passage words, @Nullable Double score) {
	}

	/** The state; null if there is none before the first event. */
	static @Nullable StateView of(JsonNode state) {
		if (!state.isObject()) {
			return null;
		}
		List<Fact> facts = new ArrayList<>();
		facts.add(Fact.term("history.field.status", Terms.STATUS, state.path("status").asString("")));
		facts.add(Fact.term("history.field.current_step", Terms.STEP, state.path("current_step").asString("")));
		for (String field : List.of("business_name", "sector", "city", "country", "expires_at", "completed_at")) {
			String text = state.path(field).asString("");
			if (!text.isEmpty()) {
				facts.add(Fact.text("history.field." + field, text));
			}
		}
		return new StateView(List.copyOf(facts), answers(state), coach(state));
	}

	private static List<Answer> answers(JsonNode state) {
		List<Answer> answers = new ArrayList<>();
		for (String step : Terms.steps()) {
			JsonNode answer = state.path("answers").path(step);
			JsonNode score = state.path("confidence_scores").path(step);
			if (answer.isString()) {
				answers.add(new Answer(Fact.term("history.fact.step", Terms.STEP, step),
						Passage.of("history.words.answer", answer.stringValue()).shortened(),
						score.isNumber() ? score.asDouble() : null));
			}
		}
		return List.copyOf(answers);
	}

	private static List<Passage> coach(JsonNode state) {
		List<Passage> words = new ArrayList<>();
		String message = state.path("coach_message").asString("");
		if (!message.isEmpty()) {
			words.add(Passage.of("history.words.coach", message).shortened());
		}
		state.path("next_questions")
			.forEach((it) -> words.add(Passage.of("history.words.question", it.asString("")).shortened()));
		return List.copyOf(words);
	}

}
