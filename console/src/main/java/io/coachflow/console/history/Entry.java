package io.coachflow.console.history;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/**
 * An event as the timeline shows it.
 *
 * @param user who caused it; null if the service did
 * @param title its type, or its stored name
 * @param about what it is about, such as a step or an agent; null for the session
 * @param facts what else there is to say in a few words
 * @param said the words of a person
 * @param shown the words that a person was shown
 * @param scores how good the answer is, the overall score first; empty without one
 */
record Entry(boolean ofPackage, long sequence, OffsetDateTime at, @Nullable String user, Fact title,
		@Nullable Fact about, List<Fact> facts, List<Passage> said, List<Passage> shown, List<Score> scores,
		boolean unreadable, String hash) {

	/** About what an entry takes without its words, in bytes. */
	private static final int FRAME = 900;

	/** About what a passage takes without its words, in bytes. */
	private static final int LINE = 160;

	Entry {
		facts = List.copyOf(facts);
		said = List.copyOf(said);
		shown = List.copyOf(shown);
		scores = List.copyOf(scores);
	}

	/**
	 * A figure of an answer.
	 *
	 * @param label the key of what it measures
	 * @param value 0 to 1
	 */
	record Score(String label, double value) {
	}

	/** Unique on a page. */
	public String anchor() {
		return (this.ofPackage ? "package-" : "event-") + this.sequence;
	}

	/** The same with no more words than a page with others has room for. */
	Entry shortened() {
		return new Entry(this.ofPackage, this.sequence, this.at, this.user, this.title, this.about, this.facts,
				this.said.stream().map(Passage::shortened).toList(),
				this.shown.stream().map(Passage::shortened).toList(), this.scores, this.unreadable, this.hash);
	}

	/** Whether some words are on the event's own page alone. */
	public boolean isCut() {
		return Stream.concat(this.said.stream(), this.shown.stream()).anyMatch(Passage::cut);
	}

	/** About how many bytes it takes on a page. */
	int weight() {
		int words = Stream.concat(this.said.stream(), this.shown.stream())
			.mapToInt((passage) -> LINE + bytes(passage.text()) + (passage.isLong() ? bytes(passage.beginning()) : 0))
			.sum();
		return FRAME + words + this.facts.stream().mapToInt((fact) -> LINE + bytes(fact.text())).sum();
	}

	private static int bytes(String text) {
		return HtmlUtils.htmlEscape(text, "UTF-8").getBytes(StandardCharsets.UTF_8).length;
	}

}
