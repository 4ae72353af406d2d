package io.coachflow.command.guidance;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import io.coachflow.command.guidance.Terms.Term;
import io.coachflow.contracts.session.Step;

/**
 * What the word lists find in an answer. Everything counts once, however often it occurs:
 * saying a thing twice says nothing more.
 */
final class AnswerSignals {

	/** The points of a text as specific as one can ask. */
	static final int FULL_POINTS = 8;

	// So that it takes more than one kind: a row of numbers or of long words says nothing
	private static final int MOST_POINTS_PER_KIND = 4;

	// A figure or a name can be checked, a long word or a unit only helps to
	private static final int FIGURE_POINTS = 2;

	private static final int NAME_POINTS = 2;

	private static final int VAGUE_POINTS = -2;

	// Everyday words are shorter in English and in French alike
	private static final int LONG_WORD = 8;

	// A single capital is an initial or a bullet
	private static final int SHORTEST_NAME = 2;

	private final Set<Term> vague = new HashSet<>();

	private final Set<Term> relevant = new HashSet<>();

	private final Set<String> figures = new HashSet<>();

	private final Set<String> names = new HashSet<>();

	private final Set<String> precise = new HashSet<>();

	private final Set<String> longWords = new HashSet<>();

	private AnswerSignals() {
	}

	static AnswerSignals in(Tokens answer, Step step, Lexicon lexicon) {
		AnswerSignals findings = new AnswerSignals();
		findings.precise.addAll(answer.signs());
		boolean namesStandOut = !answer.mostlyCapitals();
		Terms terms = Objects.requireNonNull(lexicon.steps().get(step), "Every step has its words");
		List<Token> words = answer.list();
		int at = 0;
		while (at < words.size()) {
			Optional<Term> empty = lexicon.vague().at(words, at);
			if (empty.isPresent()) {
				findings.vague.add(empty.get());
				at += empty.get().words().size();
			}
			else {
				terms.at(words, at).ifPresent(findings.relevant::add);
				findings.classify(words, at, lexicon, namesStandOut);
				at++;
			}
		}
		return findings;
	}

	private void classify(List<Token> words, int at, Lexicon lexicon, boolean namesStandOut) {
		Token word = words.get(at);
		Optional<Term> measure = lexicon.precise().at(words, at);
		if (word.figure()) {
			this.figures.add(word.text());
		}
		else if (measure.isPresent()) {
			this.precise.add(measure.get().name());
		}
		else if (!lexicon.stop().contains(word.text())) {
			if (namesStandOut && word.capital() && !word.opening() && word.letters() >= SHORTEST_NAME) {
				this.names.add(word.text());
			}
			else if (word.letters() >= LONG_WORD) {
				this.longWords.add(word.text());
			}
		}
	}

	/** The number of different words of the step; 0 or more. */
	int relevant() {
		return this.relevant.size();
	}

	/** How specific the text is; negative where vague words prevail. */
	int points() {
		return capped(FIGURE_POINTS * this.figures.size()) + capped(NAME_POINTS * this.names.size())
				+ capped(this.precise.size()) + capped(this.longWords.size()) + VAGUE_POINTS * this.vague.size();
	}

	private static int capped(int points) {
		return Math.min(points, MOST_POINTS_PER_KIND);
	}

}
