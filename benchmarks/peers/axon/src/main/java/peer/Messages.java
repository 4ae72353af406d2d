package peer;

import java.util.Map;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Commands, events, and what a command comes to. */
interface Messages {

	record StartSession(String sessionId, String userId, Map<String, Object> business) {
	}

	record SubmitAnswer(@TargetAggregateIdentifier String sessionId, String userId, String step, String answer) {
	}

	record CompleteSession(@TargetAggregateIdentifier String sessionId, String userId) {
	}

	record SessionStarted(String sessionId, String userId, Map<String, Object> business) {
	}

	record StepAnswered(String sessionId, String step, String answer) {
	}

	record SessionCompleted(String sessionId) {
	}

	/** @param steps how many are answered */
	record State(int steps, long sequence) {
	}

	static class Refused extends RuntimeException {

		final int status;

		Refused(int status) {
			super(Integer.toString(status), null, false, false);
			this.status = status;
		}

	}

}
