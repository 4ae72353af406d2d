package io.coachflow.console.coach;

import io.coachflow.contracts.session.Step;

/**
 * A sentence above the conversation.
 *
 * @param key the key of its text
 * @param step the step that it is about, as the form named it
 * @param warning whether the user has to do something
 */
record Notice(String key, String step, boolean warning) {

	static Notice told(String key, String step) {
		return new Notice(key, step, false);
	}

	static Notice warning(String key, String step) {
		return new Notice(key, step, true);
	}

	/** The key of the step's name; that of an ellipsis if there is no such step. */
	public String stepKey() {
		return Step.of(this.step).map((known) -> "coach.step." + known.id()).orElse("coach.step.none");
	}

}
