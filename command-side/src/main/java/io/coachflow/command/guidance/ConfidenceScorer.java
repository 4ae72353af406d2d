package io.coachflow.command.guidance;

import java.util.Collection;
import java.util.Set;

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

	private final LexiconIndex lexicon;

	/**
	 * The distinct words of answers at hand, which are compared with each later one of
	 * their session. By identity: a session holds on to the very text that was scored,
	 * and when nobody does any more the words go too.
	 */
	private final Cache<String, Set<String>> distinctWords = Caffeine.newBuilder().weakKeys().build();

	private ConfidenceScorer(LexiconIndex lexicon) {
		this.lexicon = lexicon;
	}

	/**
	 * Reads the word lists from the class path.
	 * @throws IllegalStateException if one is missing or malformed, naming it
	 * @throws IllegalArgumentException if an entry is malformed, naming the entry
	 */
	static ConfidenceScorer load() {
		return new ConfidenceScorer(new LexiconIndex(Lexicon.load()));
	}

	/**
	 * How good an answer is. A text without a single word scores 0 throughout.
	 * @param step the question the text answers
	 * @param answer any text in any language; the time taken grows with its length only
	 * @param earlierAnswers the answers to other steps; an answer that repeats one of
	 * them is less original
	 */
	Confidence score(Step step, String answer, Collection<String> earlierAnswers) {
		Tokens words = Tokens.of(answer);
		if (words.list().isEmpty()) {
			return new Confidence(0, 0, 0, 0, 0);
		}
		AnswerSignals findings = AnswerSignals.in(words, step, this.lexicon);
		int length = hundredths(words.list().size(), FULL_LENGTH);
		int specificity = hundredths(findings.points(), AnswerSignals.FULL_POINTS);
		int relevance = hundredths(findings.relevant(), FULL_RELEVANCE);
		if (words.mostlyForeignScript()) {
			relevance = Math.max(relevance, UNKNOWN_RELEVANCE);
		}
		int originality = originality(answer, findings, earlierAnswers);
		// From the rounded figures and in whole numbers, so that paper gives the same
		// result
		int score = hundredths(LENGTH_WEIGHT * length + SPECIFICITY_WEIGHT * specificity + RELEVANCE_WEIGHT * relevance
				+ ORIGINALITY_WEIGHT * originality, 100 * 100);
		return new Confidence(score / 100.0, length / 100.0, specificity / 100.0, relevance / 100.0,
				originality / 100.0);
	}

	private int originality(String answer, AnswerSignals findings, Collection<String> earlierAnswers) {
		Set<String> distinct = findings.distinct();
		this.distinctWords.put(answer, distinct);
		int repeated = 0;
		for (String earlier : earlierAnswers) {
			repeated = Math.max(repeated, shared(distinct, distinctWords(earlier)));
		}
		return (findings.content() == 0) ? 0 : hundredths(distinct.size() - repeated, findings.content());
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
