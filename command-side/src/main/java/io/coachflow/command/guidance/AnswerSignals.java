package io.coachflow.command.guidance;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import io.coachflow.command.guidance.Terms.Term;
import io.coachflow.contracts.session.Step;

/**
 * What the word lists find in an answer. Each word counts once, however often it occurs.
 */
final class AnswerSignals {

	/** The points of a fully specific text. */
	static final int FULL_POINTS = 8;

	// One kind is not enough: a list of numbers or of long words is not specific
	private static final int MOST_POINTS_PER_KIND = 4;

	// Figures and names can be checked, so they count more than units and long words
	private static final int FIGURE_POINTS = 2;

	private static final int NAME_POINTS = 2;

	private static final int VAGUE_POINTS = -2;

	// Everyday words are shorter, in English and in French
	private static final int LONG_WORD = 8;

	// A single capital letter is an initial or a bullet
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

	/** The number of different words of the step, 0 or more. */
	int relevant() {
		return this.relevant.size();
	}

	/** How specific the text is; negative if vague words prevail. */
	int points() {
		return capped(FIGURE_POINTS * this.figures.size()) + capped(NAME_POINTS * this.names.size())
				+ capped(this.precise.size()) + capped(this.longWords.size()) + VAGUE_POINTS * this.vague.size();
	}

	private static int capped(int points) {
		return Math.min(points, MOST_POINTS_PER_KIND);
	}

}
