package io.coachflow.console.history;

import java.util.ArrayList;
import java.util.List;

import io.coachflow.console.history.Entry.Score;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads an event's data into what the timeline shows. Data of unknown form shows less,
 * never an error.
 */
final class Entries {

	private static final List<String> SCORES = List.of("score", "length", "specificity", "relevance", "originality",
			"judged");

	private final LogEvent event;

	private final List<Fact> facts = new ArrayList<>();

	private final List<Passage> said = new ArrayList<>();

	private final List<Passage> shown = new ArrayList<>();

	private Entries(LogEvent event) {
		this.event = event;
	}

	static Entry of(LogEvent event) {
		return new Entries(event).read();
	}

	private Entry read() {
		JsonNode data = this.event.data();
		person(data);
		service(data);
		String language = language(data);
		words(this.shown, "history.words.model", data.path("reformulation"), language);
		guidance(data.path("guidance"), language);
		guidance(data, language);
		data.path("offers").forEach((offer) -> offer(offer, language));
		return new Entry(this.event.ofPackage(), this.event.sequence(), this.event.at(), this.event.user(),
				Fact.term("history.event", Terms.EVENT, this.event.name()), about(data), this.facts, this.said,
				this.shown, scores(data.path("confidence")), data.path("unreadable").asBoolean(false),
				this.event.hash());
	}

	private static @Nullable Fact about(JsonNode data) {
		String step = data.path("step").asString("");
		String agent = data.path("agent").asString("");
		if (!agent.isEmpty()) {
			return Fact.term("history.fact.agent", Terms.AGENT, agent);
		}
		return step.isEmpty() ? null : Fact.term("history.fact.step", Terms.STEP, step);
	}

	/** What a person sent. */
	private void person(JsonNode data) {
		words(this.said, "history.words.answer", data.path("answer"), null);
		words(this.said, "history.words.asked", data.path("asked"), null);
		words(this.said, "history.words.wish", data.path("wish"), null);
		JsonNode business = data.path("business");
		List.of("business_name", "sector", "city", "country")
			.forEach((field) -> text("history.field." + field, business.path(field)));
		String origin = data.path("origin").asString("");
		boolean answered = this.event.name().endsWith(".step-answered");
		if (answered || !origin.isEmpty()) {
			this.facts.add(Fact.term("history.fact.origin", Terms.ORIGIN, origin.isEmpty() ? "own" : origin));
		}
		if (data.path("kept").isNumber()) {
			this.facts.add(Fact.share("history.fact.kept", data.path("kept").asDouble()));
		}
		term("history.fact.help", Terms.HELP, data.path("kind"));
		term("history.fact.better", Terms.ANSWER, data.path("better"));
	}

	/** What the service did, and by what. */
	private void service(JsonNode data) {
		JsonNode guidance = data.path("guidance");
		term("history.fact.language", Terms.LANGUAGE, guidance.path("language"));
		term("history.fact.language", Terms.LANGUAGE, data.path("language"));
		List.of(guidance, data, data.path("receipt")).forEach((maker) -> {
			term("history.fact.source", Terms.SOURCE, maker.path("source"));
			text("history.fact.model", maker.path("model"));
			text("history.fact.prompt", maker.path("prompt_version"));
		});
		text("history.fact.generation", data.path("generation"));
		text("history.fact.attempt", data.path("attempt"));
		term("history.fact.fault", Terms.FAULT, data.path("fault").path("kind"));
		text("history.fact.message", data.path("fault").path("message"));
		term("history.fact.reason", Terms.REASON, data.path("reason"));
		term("history.fact.status", Terms.RESULT, data.path("status"));
		if (this.event.name().endsWith("session.completed") && data.path("confidence").isNumber()) {
			this.facts.add(Fact.share("history.fact.mean", data.path("confidence").asDouble()));
		}
	}

	private void guidance(JsonNode guidance, @Nullable String language) {
		words(this.shown, "history.words.coach", guidance.path("message"), language);
		guidance.path("questions").forEach((it) -> words(this.shown, "history.words.question", it, language));
		guidance.path("examples").forEach((it) -> words(this.shown, "history.words.example", it, language));
		words(this.shown, "history.words.digest", guidance.path("digest"), null);
	}

	private void offer(JsonNode offer, @Nullable String language) {
		words(this.shown, "history.words.offer-title", offer.path("title"), language);
		words(this.shown, "history.words.offer", offer.path("text"), language);
		words(this.shown, "history.words.offer-why", offer.path("why"), language);
	}

	private static @Nullable String language(JsonNode data) {
		String language = data.path("guidance").path("language").asString(data.path("language").asString(""));
		return (Terms.LANGUAGE.key(language) != null) ? language : null;
	}

	private static List<Score> scores(JsonNode confidence) {
		return SCORES.stream()
			.filter((name) -> confidence.path(name).isNumber())
			.map((name) -> new Score("history.score." + name, confidence.path(name).asDouble()))
			.toList();
	}

	private void term(String label, Terms terms, JsonNode name) {
		if (name.isValueNode() && !name.isNull()) {
			this.facts.add(Fact.term(label, terms, name.asString("")));
		}
	}

	private void text(String label, JsonNode text) {
		if (text.isValueNode() && !text.asString("").isEmpty()) {
			this.facts.add(Fact.text(label, text.asString("")));
		}
	}

	private static void words(List<Passage> to, String label, JsonNode text, @Nullable String language) {
		if (text.isString() && !text.stringValue().isEmpty()) {
			to.add(new Passage(label, text.stringValue(), language, false));
		}
	}

}
