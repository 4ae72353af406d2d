package io.coachflow.command.partner;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import io.coachflow.contracts.session.Business;
import io.coachflow.contracts.session.HelpKind;
import io.coachflow.contracts.session.Step;
import org.jspecify.annotations.Nullable;

/**
 * Who asks for help, for what, and what is known.
 *
 * @param sequence the sequence of the session's last event
 * @param step the step that the help is about
 * @param asked what the user said to it; for a reformulation the text; null for nothing
 * @param answers all accepted answers
 * @param language {@code en} or {@code fr}
 * @param times how often such help was given at the step before
 * @param before the questions that were given at the step the time before; empty the
 * first time
 */
public record HelpContext(String sessionId, long sequence, HelpKind kind, Step step, @Nullable String asked,
		Business business, Map<Step, String> answers, String language, int times, List<String> before) {

	/** The answers to other steps. */
	Collection<String> otherAnswers() {
		return this.answers.entrySet()
			.stream()
			.filter((answer) -> answer.getKey() != this.step)
			.map(Map.Entry::getValue)
			.toList();
	}

}
