package io.coachflow.console.coach;

import java.util.Locale;

/**
 * How good an answer is, in a word. The limits only choose the word: whether the coach
 * asks back is the service's decision.
 */
enum Strength {

	WEAK, FAIR, STRONG;

	/** From which score on an answer is fair. */
	static final double FAIR_FROM = 0.45;

	/** From which score on an answer is strong. */
	static final double STRONG_FROM = 0.7;

	/**
	 * The word for a score.
	 * @param score 0 to 1
	 */
	static Strength of(double score) {
		if (score >= STRONG_FROM) {
			return STRONG;
		}
		return (score >= FAIR_FROM) ? FAIR : WEAK;
	}

	/** The key of its text. */
	public String key() {
		return "coach.strength." + name().toLowerCase(Locale.ROOT);
	}

}
