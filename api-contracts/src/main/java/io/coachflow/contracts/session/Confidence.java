package io.coachflow.contracts.session;

import org.jspecify.annotations.Nullable;

/**
 * How good an answer is, and why. Every figure lies between 0 (poor) and 1 (good) and has
 * at most two decimals, so that it reads the same in an event, in JSON and on paper.
 *
 * @param score the judgement: what a client sees as {@code confidence_score}
 * @param length whether there is enough text to work with
 * @param specificity whether it names figures, places, people and concrete things
 * @param relevance whether it speaks about what the step asked
 * @param originality 1 where the text repeats neither itself nor an earlier answer
 * @param judged what a language model thought of the answer; absent where none was asked.
 * It can lower the score and never raise it
 */
public record Confidence(double score, double length, double specificity, double relevance, double originality,
		@Nullable Double judged) {

	/**
	 * Checks the range of every figure.
	 * @throws IllegalArgumentException if one is outside 0 to 1
	 */
	public Confidence {
		for (double figure : new double[] { score, length, specificity, relevance, originality,
				(judged != null) ? judged : 0 }) {
			if (!(figure >= 0 && figure <= 1)) {
				throw new IllegalArgumentException("A confidence figure lies between 0 and 1, not at " + figure);
			}
		}
	}

	/** What was counted, without a model. */
	public Confidence(double score, double length, double specificity, double relevance, double originality) {
		this(score, length, specificity, relevance, originality, null);
	}

	/**
	 * The same figures with a model's judgement, which an answer may have talked it into:
	 * what it takes counts, what it gives does not.
	 * @param judgement 0 to 1
	 * @param floor 0 to 1; the judgement takes no more than what is above it
	 */
	public Confidence judged(double judgement, double floor) {
		return new Confidence(Math.min(this.score, Math.max(judgement, floor)), this.length, this.specificity,
				this.relevance, this.originality, judgement);
	}

}
