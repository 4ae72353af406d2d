package io.coachflow.console.coach;

import org.jspecify.annotations.Nullable;

/**
 * The form with the answer box, whichever of its buttons was pressed.
 *
 * @param step the step that the page was showing
 * @param offeredId the offer that the text came from
 * @param key the form's idempotency key
 * @param question what the user does not get on with
 * @param hint what the proposals should heed
 */
record AnswerForm(@Nullable String step, @Nullable String answer, @Nullable String offeredId, @Nullable String key,
		@Nullable String question, @Nullable String hint) {

	String text() {
		return FormText.of(this.answer);
	}

	AnswerBox box() {
		return new AnswerBox(text(), FormText.given(this.offeredId), FormKey.of(this.key), null, null);
	}

}
