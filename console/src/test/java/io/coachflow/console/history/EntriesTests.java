package io.coachflow.console.history;

import java.util.List;

import io.coachflow.console.history.Entry.Score;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EntriesTests {

	private final List<Entry> entries = Histories.answered().events().stream().map(Entries::of).toList();

	@Test
	void anAnswerHasItsWordsItsScoresAndWhatWasShown() {
		Entry answered = this.entries.get(1);
		assertThat(answered.title().key()).isEqualTo("history.event.session.step-answered");
		assertThat(answered.said()).extracting(Passage::text)
			.containsExactly("In five years we run three restaurants in Dakar.");
		assertThat(answered.scores()).extracting(Score::value).containsExactly(0.82, 0.9, 0.8, 0.75, 1.0);
		assertThat(answered.shown()).extracting(Passage::label)
			.containsExactly("history.words.model", "history.words.coach");
		assertThat(answered.shown()).extracting(Passage::language).containsOnly("en");
	}

	@Test
	void anAnswerWithoutAnOriginIsTheUsersOwn() {
		assertThat(this.entries.get(1).facts()).contains(Fact.term("history.fact.origin", Terms.ORIGIN, "own"),
				Fact.text("history.fact.model", "small-model"));
	}

	@Test
	void anAnswerFromAProposalTellsHowMuchWasKept() {
		assertThat(this.entries.get(5).facts()).contains(Fact.term("history.fact.origin", Terms.ORIGIN, "proposal"),
				new Fact("history.fact.kept", "history.percent", "83"));
	}

	@Test
	void helpHasWhatWasAskedAndOffered() {
		Entry help = this.entries.get(2);
		assertThat(help.said()).extracting(Passage::text).containsExactly("Something about the market.");
		assertThat(help.shown()).extracting(Passage::text)
			.containsExactly("The market", "We cook what the market has.", "It says what you do.");
		assertThat(help.facts()).contains(Fact.term("history.fact.help", Terms.HELP, "proposals"));
	}

	@Test
	void textsThatTheLogLacksAreNamedByTheirDigest() {
		assertThat(this.entries.get(3).shown()).containsExactly(Passage.of("history.words.digest", "c23f39e131c0"));
	}

	@Test
	void anAgentsFailureSaysWhy() {
		Entry failed = this.entries.getLast();
		assertThat(failed.anchor()).isEqualTo("package-1");
		assertThat(failed.user()).isNull();
		assertThat(failed.about()).isEqualTo(Fact.term("history.fact.agent", Terms.AGENT, "logo"));
		assertThat(failed.facts()).contains(Fact.term("history.fact.fault", Terms.FAULT, "timeout"),
				Fact.text("history.fact.attempt", "3"));
	}

	@Test
	void anUnknownOrUnreadableEventShowsAsWhatItIs() {
		Entry unknown = Entries.of(Histories.event("io.coachflow.session.renamed", "[1, {\"step\": 3}]"));
		assertThat(unknown.title()).isEqualTo(new Fact("history.event", null, "io.coachflow.session.renamed"));
		assertThat(Entries.of(Histories.event("io.coachflow.session.started", "{\"unreadable\": true}")).unreadable())
			.isTrue();
	}

}
