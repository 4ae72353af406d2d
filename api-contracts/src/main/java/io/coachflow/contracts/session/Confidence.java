package io.coachflow.contracts.session;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;

import org.jspecify.annotations.Nullable;

/**
 * How good an answer is, and why. Every figure lies between 0 (poor) and 1 (good) and has
 * at most two decimals, so that it reads the same in an event, in JSON and on paper.
 *
 * @param score the overall score, which clients see as {@code confidence_score}
 * @param length whether there is enough text to work with
 * @param specificity whether it names figures, places, people and concrete things
 * @param relevance whether it speaks about what the step asked
 * @param originality 1 if the text repeats neither itself nor an earlier answer
 * @param judged a language model's score; null if none reviewed the answer. It can lower
 * the overall score but not raise it
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

	/** Figures without a model's score. */
	public Confidence(double score, double length, double specificity, double relevance, double originality) {
		this(score, length, specificity, relevance, originality, null);
	}

	/** The mean of scores, rounded half-up to two decimals; 0 if there are none. */
	public static double mean(Collection<Double> scores) {
		double mean = scores.stream().mapToDouble(Double::doubleValue).average().orElse(0);
		return BigDecimal.valueOf(mean).setScale(2, RoundingMode.HALF_UP).doubleValue();
	}

	/**
	 * The same figures with a model's score. It can only lower the overall score, since
	 * an answer may try to talk the model into a high one.
	 * @param judgement the model's score, 0 to 1
	 * @param floor 0 to 1; the model's score does not lower the overall score below it
	 */
	public Confidence judged(double judgement, double floor) {
		return new Confidence(Math.min(this.score, Math.max(judgement, floor)), this.length, this.specificity,
				this.relevance, this.originality, judgement);
	}

}
