package io.coachflow.command.guidance;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import io.coachflow.contracts.session.Step;

/**
 * What the coach says in one language, whatever the sector.
 *
 * @param completed when all steps are answered
 * @param clarification the first question at a step, after a weak answer
 * @param again the second one, which asks from another side
 * @param repeated when an answer is the same text as the one before it
 */
record CoachTexts(String completed, Map<Step, Clarifications> clarification, Map<Step, Clarifications> again,
		Map<Step, Repeated> repeated) {

	/**
	 * Checks that no text is missing.
	 * @param language names the file
	 * @throws IllegalStateException if one is, naming file and step
	 */
	CoachTexts checked(String language) {
		for (Step step : Step.values()) {
			if (hasGap(step)) {
				throw new IllegalStateException("The guidance file " + language
						+ "/coach needs clarification, again and repeated for the step " + step.id());
			}
		}
		return this;
	}

	// Jackson sets null if the file has a gap
	private boolean hasGap(Step step) {
		if (this.clarification == null || this.again == null || this.repeated == null) {
			return true;
		}
		Clarifications first = this.clarification.get(step);
		Clarifications second = this.again.get(step);
		Repeated same = this.repeated.get(step);
		return first == null || second == null || same == null
				|| Stream.of(first.all(), second.all(), same.all()).flatMap((texts) -> texts).anyMatch(Objects::isNull);
	}

	/** The question for a weak answer, by what the coach asked before at the step. */
	Clarifications clarification(Step step, int asked) {
		return of((asked == 0) ? this.clarification : this.again, step);
	}

	/** What is said of a text that was sent before. */
	String repeated(Step step, int asked) {
		Repeated texts = of(this.repeated, step);
		return (asked == 0) ? texts.first() : texts.again();
	}

	/** Everything that may be said at a step. */
	List<String> all(Step step) {
		return Stream.of(clarification(step, 0).all(), clarification(step, 1).all(), of(this.repeated, step).all())
			.flatMap((texts) -> texts)
			.toList();
	}

	private static <T> T of(Map<Step, T> texts, Step step) {
		return Objects.requireNonNull(texts.get(step), "Checked when read");
	}

	/**
	 * By what is missing most in an answer.
	 */
	record Clarifications(String length, String specificity, String relevance, String originality) {

		Stream<String> all() {
			return Stream.of(this.length, this.specificity, this.relevance, this.originality);
		}

	}

	record Repeated(String first, String again) {

		Stream<String> all() {
			return Stream.of(this.first, this.again);
		}

	}

}
