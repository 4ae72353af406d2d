package io.coachflow.command.session;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code coachflow.coach.*}.
 *
 * @param minimumConfidence 0 to 1; an answer below it gets a clarification question
 */
@ConfigurationProperties("coachflow.coach")
record CoachProperties(@DefaultValue("0") double minimumConfidence) {

	CoachProperties {
		if (!(minimumConfidence >= 0 && minimumConfidence <= 1)) {
			throw new IllegalArgumentException("coachflow.coach.minimum-confidence lies between 0 and 1");
		}
	}

}
