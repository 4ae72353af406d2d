package io.coachflow.command.guidance;

import java.util.HashSet;
import java.util.List;
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

	// Below it a text without a word of the step has named too little to be believed
	private static final int CONVINCING_POINTS = FULL_POINTS / 2;

	// Of the words, one in so many is common and English or French if the text is
	private static final int TELLING_WORDS = 5;

	// One word of another step may be chance
	private static final int WORDS_OF_OTHER_STEPS = 2;

	private final Tokens answer;

	private final Set<String> vague = new HashSet<>();

	private final Set<String> relevant = new HashSet<>();

	private final Set<String> figures = new HashSet<>();

	private final Set<String> names = new HashSet<>();

	private final Set<String> precise = new HashSet<>();

	private final Set<String> longWords = new HashSet<>();

	private final Set<String> distinct = new HashSet<>();

	private int content;

	private int telling;

	private AnswerSignals(Tokens answer) {
		this.answer = answer;
	}

	static AnswerSignals in(Tokens answer, Step step, LexiconIndex lexicon) {
		AnswerSignals findings = new AnswerSignals(answer);
		findings.precise.addAll(answer.signs());
		boolean namesStandOut = !answer.mostlyCapitals();
		List<Token> words = answer.list();
		int endOfVague = 0;
		for (int at = 0; at < words.size(); at++) {
			WordFacts facts = lexicon.of(words.get(at).text());
			findings.count(words.get(at), facts);
			Term empty = (at >= endOfVague) ? Terms.firstMatch(facts.vague(), words, at) : null;
			if (empty != null) {
				findings.vague.add(empty.name());
				endOfVague = at + empty.words().size();
			}
			else if (at >= endOfVague) {
				Term relevant = Terms.firstMatch(facts.relevant(step), words, at);
				if (relevant != null) {
					findings.relevant.add(relevant.name());
				}
				findings.classify(words, at, facts, namesStandOut);
			}
		}
		return findings;
	}

	/** The different content words of a text. */
	static Set<String> contentWords(Tokens text, LexiconIndex lexicon) {
		AnswerSignals findings = new AnswerSignals(text);
		text.list().forEach((word) -> findings.count(word, lexicon.of(word.text())));
		return findings.distinct();
	}

	private void count(Token word, WordFacts facts) {
		if (facts.isContent(word)) {
			this.content++;
			this.distinct.add(word.text());
		}
		else if (facts.telling()) {
			this.telling++;
		}
	}

	private void classify(List<Token> words, int at, WordFacts facts, boolean namesStandOut) {
		Token word = words.get(at);
		if (word.figure()) {
			this.figures.add(word.text());
			return;
		}
		Term measure = Terms.firstMatch(facts.precise(), words, at);
		if (measure != null) {
			this.precise.add(measure.name());
		}
		else if (!facts.stop()) {
			if (namesStandOut && word.capital() && !word.opening() && word.letters() >= SHORTEST_NAME) {
				this.names.add(word.text());
			}
			else if (word.letters() >= LONG_WORD) {
				this.longWords.add(word.text());
			}
		}
	}

	/** The number of content words, each as often as it occurs; 0 or more. */
	int content() {
		return this.content;
	}

	/** The different words among the content words. */
	Set<String> distinct() {
		// Kept as long as the answer, so in the form that takes the least memory
		return Set.of(this.distinct.toArray(String[]::new));
	}

	/** The number of different words of the step; 0 or more. */
	int relevant() {
		return this.relevant.size();
	}

	/** How specific the text is; negative if vague words prevail. */
	int points() {
		return capped(FIGURE_POINTS * this.figures.size()) + capped(NAME_POINTS * this.names.size())
				+ capped(this.precise.size()) + capped(this.longWords.size()) + VAGUE_POINTS * this.vague.size();
	}

	/** Whether its vague words outweigh all that it names. */
	boolean isEmptyPromise() {
		return points() < 0;
	}

	/**
	 * Whether it is a text in English or French that speaks neither of the step nor of
	 * the others, and names little.
	 */
	boolean isOffTopic(Step step, LexiconIndex lexicon) {
		return this.relevant.isEmpty() && points() < CONVINCING_POINTS
				&& TELLING_WORDS * this.telling >= this.answer.list().size() && !speaksOfOthers(step, lexicon);
	}

	private boolean speaksOfOthers(Step step, LexiconIndex lexicon) {
		List<Token> words = this.answer.list();
		Set<String> found = new HashSet<>();
		for (int at = 0; at < words.size(); at++) {
			WordFacts facts = lexicon.of(words.get(at).text());
			for (Step other : Step.values()) {
				Term term = (other != step) ? Terms.firstMatch(facts.relevant(other), words, at) : null;
				if (term != null && found.add(term.name()) && found.size() == WORDS_OF_OTHER_STEPS) {
					return true;
				}
			}
		}
		return false;
	}

	private static int capped(int points) {
		return Math.min(points, MOST_POINTS_PER_KIND);
	}

}
