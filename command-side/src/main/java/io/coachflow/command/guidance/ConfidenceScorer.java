package io.coachflow.command.guidance;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.coachflow.contracts.session.Confidence;
import io.coachflow.contracts.session.Step;

/**
 * Judges an answer by counting words, so that a reader can recount: the page
 * {@code docs/confidence.md} explains every figure. The same arguments always give the
 * same score. Immutable and thread-safe.
 */
final class ConfidenceScorer {

	// In per cent, together 100. Being precise and being on the subject weigh the same: a
	// precise answer to another question is as useless as a vague one to this question
	private static final int SPECIFICITY_WEIGHT = 35;

	private static final int RELEVANCE_WEIGHT = 35;

	// Anyone can write more
	private static final int LENGTH_WEIGHT = 15;

	// Honest founders repeat the words of their trade
	private static final int ORIGINALITY_WEIGHT = 15;

	// Two ordinary sentences; more text says no more for being longer
	private static final int FULL_LENGTH = 30;

	// One word of the step may be chance, three seldom are
	private static final int FULL_RELEVANCE = 3;

	// In hundredths: the word lists are in Latin script and prove nothing about another
	private static final int UNKNOWN_RELEVANCE = 50;

	// Fewer words say too little to be on the subject or original in full
	private static final int FULL_SENTENCE = 8;

	// Two sentences that share fewer may be by two people
	private static final int FEWEST_REPEATED = 5;

	private final LexiconIndex lexicon;

	private final CoachWords coachWords;

	/**
	 * The distinct words of answers at hand, which are compared with each later one of
	 * their session. By identity: a session holds on to the very text that was scored,
	 * and when nobody does any more the words go too.
	 */
	private final Cache<String, Set<String>> distinctWords = Caffeine.newBuilder().weakKeys().build();

	private ConfidenceScorer(LexiconIndex lexicon, CoachWords coachWords) {
		this.lexicon = lexicon;
		this.coachWords = coachWords;
	}

	/**
	 * Reads the word lists from the class path.
	 * @param coachTexts what the coach may say at a step; an answer made of such a text
	 * says nothing
	 * @throws IllegalStateException if a list is missing or malformed, naming it
	 * @throws IllegalArgumentException if an entry is malformed, naming the entry
	 */
	static ConfidenceScorer load(Function<Step, List<String>> coachTexts) {
		LexiconIndex lexicon = new LexiconIndex(Lexicon.load());
		return new ConfidenceScorer(lexicon, CoachWords.of(coachTexts, lexicon));
	}

	/**
	 * How good an answer is. A text without a single word scores 0 throughout.
	 * @param step the question the text answers
	 * @param answer any text in any language; the time taken grows with its length only
	 * @param earlierAnswers the answers to other steps; an answer that takes up one of
	 * them is less original, one that repeats it says nothing
	 */
	Confidence score(Step step, String answer, Collection<String> earlierAnswers) {
		Tokens words = Tokens.of(answer);
		if (words.list().isEmpty()) {
			return new Confidence(0, 0, 0, 0, 0);
		}
		AnswerSignals findings = AnswerSignals.in(words, step, this.lexicon);
		Set<String> distinct = findings.distinct();
		this.distinctWords.put(answer, distinct);
		int length = hundredths(words.list().size(), FULL_LENGTH);
		int saidBefore = saidBefore(distinct, earlierAnswers);
		boolean saidWhole = saidBefore >= FEWEST_REPEATED && saidBefore == distinct.size();
		if (saidWhole || this.coachWords.contain(step, distinct, fewestPasted(distinct))) {
			return confidence(length, 0, 0, 0);
		}
		int specificity = (words.onlyAsks() || findings.isOffTopic(step, this.lexicon)) ? 0
				: hundredths(findings.points(), AnswerSignals.FULL_POINTS);
		int originality = distinct.isEmpty() ? 0 : hundredths(distinct.size() - saidBefore, findings.content());
		return confidence(length, specificity, inSentence(relevance(words, findings), words),
				inSentence(originality, words));
	}

	private static int relevance(Tokens words, AnswerSignals findings) {
		if (words.onlyAsks() || findings.isEmptyPromise() || findings.content() == 0) {
			return 0;
		}
		int relevance = hundredths(findings.relevant(), FULL_RELEVANCE);
		return words.mostlyForeignScript() ? Math.max(relevance, UNKNOWN_RELEVANCE) : relevance;
	}

	/** Of a text shorter than a sentence, the figure counts in part. */
	private static int inSentence(int figure, Tokens words) {
		return hundredths((long) figure * Math.min(words.list().size(), FULL_SENTENCE), 100 * FULL_SENTENCE);
	}

	/**
	 * How many of the words stand in a text of the coach if they are pasted: three
	 * quarters.
	 */
	private static int fewestPasted(Set<String> words) {
		return Math.max(FEWEST_REPEATED, (3 * words.size() + 3) / 4);
	}

	private static Confidence confidence(int length, int specificity, int relevance, int originality) {
		// From the rounded figures and in whole numbers, so that paper gives the same
		// result
		int score = hundredths(LENGTH_WEIGHT * length + SPECIFICITY_WEIGHT * specificity + RELEVANCE_WEIGHT * relevance
				+ ORIGINALITY_WEIGHT * originality, 100 * 100);
		return new Confidence(score / 100.0, length / 100.0, specificity / 100.0, relevance / 100.0,
				originality / 100.0);
	}

	private int saidBefore(Set<String> words, Collection<String> earlierAnswers) {
		int most = 0;
		for (String earlier : earlierAnswers) {
			most = Math.max(most, shared(words, distinctWords(earlier)));
		}
		return most;
	}

	private Set<String> distinctWords(String answer) {
		return this.distinctWords.get(answer, (text) -> AnswerSignals.contentWords(Tokens.of(text), this.lexicon));
	}

	private static int shared(Set<String> some, Set<String> others) {
		int shared = 0;
		for (String word : some) {
			if (others.contains(word)) {
				shared++;
			}
		}
		return shared;
	}

	/** The share in hundredths, 0 to 100, rounded half-up. */
	private static int hundredths(long part, long whole) {
		return (int) ((200 * Math.clamp(part, 0, whole) + whole) / (2 * whole));
	}

}
