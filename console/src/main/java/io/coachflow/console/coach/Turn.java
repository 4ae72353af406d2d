package io.coachflow.console.coach;

import java.util.List;

import io.coachflow.console.coach.SessionLog.AskedBack;

/**
 * An answered step, as the conversation shows it.
 *
 * @param askedBack what the coach asked back before it took the answer
 * @param origin where the answer comes from, such as {@code proposal}; empty for own
 * words
 * @param revised whether the answer was corrected
 */
record Turn(String step, String answer, Rating rating, List<AskedBack> askedBack, String origin, boolean revised) {

	Turn {
		askedBack = List.copyOf(askedBack);
	}

	/** The key of the step's name. */
	public String key() {
		return "coach.step." + this.step;
	}

	/** Whether the answer did not begin as the user's own words. */
	public boolean offered() {
		return !this.origin.isEmpty() && !this.origin.equals("own");
	}

	/** The key of the text that says where the answer comes from. */
	public String originKey() {
		return "coach.origin." + this.origin;
	}

}
