package io.coachflow.console.coach;

import org.jspecify.annotations.Nullable;

/**
 * What stands in the answer box.
 *
 * @param offeredId the offer that the text came from; null for own words
 * @param key the form's idempotency key
 * @param problem the key of the text that says why it was not taken; null if nothing is
 * wrong
 * @param detail the service's own words on that; null likewise
 */
record AnswerBox(String text, @Nullable String offeredId, String key, @Nullable String problem,
		@Nullable String detail) {

	/** The box for the next answer. After a question asked back, the answer can go on. */
	static AnswerBox next(Conversation talk) {
		String text = talk.coach().askingBack() ? talk.askedBack().getLast().answer() : "";
		return new AnswerBox(text, null, FormKey.next(), null, null);
	}

	/** The same text to send anew, with what was wrong with it. */
	AnswerBox refused(@Nullable String why, @Nullable String words) {
		return new AnswerBox(this.text, this.offeredId, FormKey.next(), why, words);
	}

}
