package io.coachflow.command.guidance;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import io.coachflow.command.guidance.Terms.Term;
import io.coachflow.contracts.session.Step;

/**
 * What the word lists say of one word. Of each list: the entries that may begin with the
 * word, the longest first.
 *
 * @param stop whether the word is too common to count as content
 * @param telling whether it is such a word and shows that a text is in English or French
 */
record WordFacts(boolean stop, boolean telling, List<Term> vague, List<Term> precise, Map<Step, List<Term>> steps) {

	static WordFacts of(Lexicon lexicon, String word) {
		return of(lexicon, lexicon.stop().contains(word), lexicon.telling().contains(word),
				(terms) -> terms.beginningWith(word));
	}

	/** What is known of a word for how it begins, where no list has the word itself. */
	static WordFacts ofBeginning(Lexicon lexicon, String beginning) {
		return of(lexicon, false, false, (terms) -> terms.stemOf(beginning));
	}

	private static WordFacts of(Lexicon lexicon, boolean stop, boolean telling, Function<Terms, List<Term>> entries) {
		Map<Step, List<Term>> steps = new EnumMap<>(Step.class);
		lexicon.steps().forEach((step, terms) -> steps.put(step, entries.apply(terms)));
		return new WordFacts(stop, telling, entries.apply(lexicon.vague()), entries.apply(lexicon.precise()), steps);
	}

	List<Term> relevant(Step step) {
		return Objects.requireNonNull(this.steps.get(step), "Every step has its words");
	}

	/** Whether the word, of which these are the facts, says something. */
	boolean isContent(Token word) {
		// Not a figure: the year of a plan belongs in more than one answer
		return word.lettered() && !this.stop;
	}

}
