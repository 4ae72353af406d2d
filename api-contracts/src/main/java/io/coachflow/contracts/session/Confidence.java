package io.coachflow.contracts.session;

/**
 * How good an answer is, and why. Every figure lies between 0 (poor) and 1 (good) and has
 * at most two decimals, so that it reads the same in an event, in JSON and on paper.
 *
 * @param score the judgement: what a client sees as {@code confidence_score}
 * @param length whether there is enough text to work with
 * @param specificity whether it names figures, places, people and concrete things
 * @param relevance whether it speaks about what the step asked
 * @param originality 1 where the text repeats neither itself nor an earlier answer
 */
public record Confidence(double score, double length, double specificity, double relevance, double originality) {

	/**
	 * Checks the range of every figure.
	 * @throws IllegalArgumentException if one is outside 0 to 1
	 */
	public Confidence {
		for (double figure : new double[] { score, length, specificity, relevance, originality }) {
			if (!(figure >= 0 && figure <= 1)) {
				throw new IllegalArgumentException("A confidence figure lies between 0 and 1, not at " + figure);
			}
		}
	}

}
