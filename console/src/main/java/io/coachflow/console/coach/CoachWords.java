package io.coachflow.console.coach;

import java.util.List;

import io.coachflow.contracts.rest.Choice;
import io.coachflow.contracts.rest.CoachingResponse;
import io.coachflow.contracts.rest.SessionResponse;

/**
 * What the coach says to the step to answer next.
 *
 * @param language the language of its words
 * @param choices openings of an answer, to click
 * @param askingBack whether the message is a question about the answer just sent
 */
record CoachWords(String message, String language, List<String> examples, List<String> questions, List<Choice> choices,
		boolean askingBack) {

	CoachWords {
		examples = List.copyOf(examples);
		questions = List.copyOf(questions);
		choices = List.copyOf(choices);
	}

	/** The coach's last words in a session, without anything to click. */
	static CoachWords last(SessionResponse session, String language, boolean askingBack) {
		return new CoachWords(session.coachMessage(), language, session.examples(), session.nextQuestions(), List.of(),
				askingBack);
	}

	/** The words of a reply. */
	static CoachWords of(CoachingResponse reply, String language) {
		return new CoachWords(reply.coachMessage(), language, reply.examples(), reply.nextQuestions(), reply.choices(),
				false);
	}

	/** The same words with something to click. */
	CoachWords with(List<Choice> openings) {
		return new CoachWords(this.message, this.language, this.examples, this.questions, openings, this.askingBack);
	}

}
