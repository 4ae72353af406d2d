package io.coachflow.query.history;

import java.util.List;
import java.util.Map;

import io.coachflow.contracts.rest.HistoryEvent;
import io.coachflow.query.markdown.Markdown;
import tools.jackson.databind.JsonNode;

/**
 * A session's history as a Markdown document. What people wrote is escaped.
 */
final class Transcript {

	private static final Map<String, String> ENGLISH = Map.ofEntries(Map.entry("title", "Transcript of session {0}"),
			Map.entry("started", "The session began"), Map.entry("step-answered", "Answer accepted: {0}"),
			Map.entry("clarification-requested", "Asked for more: {0}"),
			Map.entry("answer-revised", "Answer changed: {0}"),
			Map.entry("business-described", "The business was described"), Map.entry("help-given", "Help given: {0}"),
			Map.entry("completed", "The session was completed"), Map.entry("expired", "The session expired"),
			Map.entry("resumed", "The session was resumed"), Map.entry("deleted", "The session was deleted"),
			Map.entry("score", "Score"), Map.entry("coach", "Coach:"), Map.entry("offered", "Offered:"));

	private static final Map<String, String> FRENCH = Map.ofEntries(
			Map.entry("title", "Transcription de la session {0}"), Map.entry("started", "La session a commencé"),
			Map.entry("step-answered", "Réponse acceptée : {0}"),
			Map.entry("clarification-requested", "Précision demandée : {0}"),
			Map.entry("answer-revised", "Réponse modifiée : {0}"),
			Map.entry("business-described", "L’entreprise a été décrite"), Map.entry("help-given", "Aide donnée : {0}"),
			Map.entry("completed", "La session est terminée"), Map.entry("expired", "La session a expiré"),
			Map.entry("resumed", "La session a repris"), Map.entry("deleted", "La session a été supprimée"),
			Map.entry("score", "Score"), Map.entry("coach", "Coach :"), Map.entry("offered", "Proposé :"));

	private static final Map<String, Map<String, String>> WORDS = Map.of("en", ENGLISH, "fr", FRENCH);

	private Transcript() {
	}

	/**
	 * Writes the document.
	 * @param language {@code en} or {@code fr}
	 */
	static String of(String sessionId, List<HistoryEvent> events, String language) {
		Map<String, String> words = WORDS.getOrDefault(language, ENGLISH);
		Markdown out = new Markdown().heading(1, word(words, "title", sessionId));
		for (HistoryEvent event : events) {
			String kind = event.name().substring(event.name().lastIndexOf('.') + 1);
			JsonNode data = (event.data() instanceof JsonNode it) ? it : null;
			String step = (data != null) ? data.path("step").asString("") : "";
			out.heading(2,
					event.sequence() + ". " + (words.containsKey(kind) ? word(words, kind, step) : event.name()));
			out.text(event.time() + ((event.userId() != null) ? ", " + event.userId() : ""));
			if (data != null) {
				out.quote(data.path("answer").asString(""));
				out.labelled(word(words, "score", ""), data.path("confidence").path("score").asString(""));
				JsonNode guidance = data.path("guidance");
				out.labelled(word(words, "coach", ""),
						guidance.path("message").asString(guidance.path("digest").asString("")));
				help(out, data, words);
			}
			out.text("SHA-256 " + event.hash());
		}
		return out.toString();
	}

	/** What somebody who was stuck asked for, and what was offered. */
	private static void help(Markdown out, JsonNode data, Map<String, String> words) {
		out.quote(data.path("asked").asString(""));
		out.labelled(word(words, "coach", ""), data.path("message").asString(""));
		data.path("questions").forEach((question) -> out.labelled(word(words, "coach", ""), question.asString("")));
		data.path("offers")
			.forEach((offer) -> out.labelled(word(words, "offered", ""), offer.path("text").asString("")));
	}

	private static String word(Map<String, String> words, String name, String value) {
		return words.getOrDefault(name, name).replace("{0}", value);
	}

}
