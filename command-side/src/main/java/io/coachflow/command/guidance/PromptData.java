package io.coachflow.command.guidance;

import java.util.LinkedHashMap;
import java.util.Map;

import io.coachflow.contracts.session.Business;
import io.coachflow.contracts.session.Fact;
import io.coachflow.contracts.session.Step;

/**
 * What a model is told about a session.
 */
public final class PromptData {

	private PromptData() {
	}

	/**
	 * The step's name and what it asks for, in English: it is about the same in both
	 * languages.
	 */
	public static String about(Step step, Coach script) {
		return step.id() + " - " + script.guide(step, null, "en").message();
	}

	/**
	 * What a model is told about a business and its earlier answers, as a part of its
	 * data.
	 * @param name the name of the answers
	 * @param longest how much of each answer it gets, in characters
	 */
	public static Map<String, Object> data(Business business, String name, Map<Step, String> answers, int longest) {
		Map<String, Object> data = new LinkedHashMap<>();
		for (Fact fact : Fact.values()) {
			String value = fact.in(business);
			if (value != null) {
				data.put(fact.id(), value);
			}
		}
		Map<String, String> texts = new LinkedHashMap<>();
		answers.forEach((step, answer) -> texts.put(step.id(), cut(answer, longest)));
		data.put(name, texts);
		return data;
	}

	/** The text's beginning, if it is longer than so many characters. */
	public static String cut(String text, int longest) {
		if (text.length() <= longest) {
			return text;
		}
		return text.substring(0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest) + " …";
	}

}
