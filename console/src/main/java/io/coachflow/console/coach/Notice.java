package io.coachflow.console.coach;

/**
 * A sentence above the conversation.
 *
 * @param key the key of its text
 * @param step the step that it is about; empty for none
 * @param warning whether the user has to do something
 */
record Notice(String key, String step, boolean warning) {

	static Notice told(String key, String step) {
		return new Notice(key, step, false);
	}

	static Notice warning(String key, String step) {
		return new Notice(key, step, true);
	}

	/** The key of the step's name; that of an empty text for none. */
	String stepKey() {
		return this.step.isEmpty() ? "coach.step.none" : "coach.step." + this.step;
	}

}
