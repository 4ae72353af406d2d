package io.coachflow.console.operations;

import io.coachflow.contracts.rest.DeadLetterOutcome;

/**
 * What an action did.
 *
 * @param target the projection
 * @param handled how many dead letters were handled or thrown away
 * @param remaining how many still wait
 */
record Outcome(Question question, String target, long handled, long remaining) {

	static Outcome of(Question question, DeadLetterOutcome outcome) {
		return new Outcome(question, outcome.projection(), outcome.handled(), outcome.remaining());
	}

	/** The message's key. */
	public String key() {
		boolean stuck = this.question == Question.RETRY && this.remaining > 0;
		return "operations.done." + (stuck ? "stuck" : this.question.id());
	}

}
