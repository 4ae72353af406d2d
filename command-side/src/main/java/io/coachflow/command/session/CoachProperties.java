package io.coachflow.command.session;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code coachflow.coach.*}.
 *
 * @param minimumConfidence 0 to 1; an answer below it gets a clarification question
 * @param modelBudget how long a step waits for a language model's review, and somebody
 * who is stuck for its help, if a model is configured
 */
@ConfigurationProperties("coachflow.coach")
record CoachProperties(@DefaultValue("0.35") double minimumConfidence, @DefaultValue("PT2S") Duration modelBudget) {

	CoachProperties {
		if (!(minimumConfidence >= 0 && minimumConfidence <= 1)) {
			throw new IllegalArgumentException("coachflow.coach.minimum-confidence lies between 0 and 1");
		}
		if (!modelBudget.isPositive()) {
			throw new IllegalArgumentException(
					"coachflow.coach.model-budget must be a duration above zero, such as PT2S");
		}
	}

}
