package io.coachflow.console.coach;

import org.jspecify.annotations.Nullable;

/**
 * The form that corrects an answer.
 *
 * @param sequence the session's sequence when the form was made
 * @param key the form's idempotency key
 * @param problem the key of the text that says why it was not taken; null if nothing is
 * wrong
 * @param detail the service's own words on that; null likewise
 */
record AnswerEdit(String step, String text, long sequence, String key, @Nullable String problem,
		@Nullable String detail) {

	static AnswerEdit of(Turn turn, long sequence) {
		return of(turn.step(), turn.answer(), sequence);
	}

	static AnswerEdit of(String step, String text, long sequence) {
		return new AnswerEdit(step, text, sequence, FormKey.next(), null, null);
	}

	AnswerEdit refused(@Nullable String why, @Nullable String words) {
		return new AnswerEdit(this.step, this.text, this.sequence, FormKey.next(), why, words);
	}

	/** The same correction of the session as it is at a later sequence. */
	AnswerEdit at(long later) {
		return new AnswerEdit(this.step, this.text, later, this.key, this.problem, this.detail);
	}

}
