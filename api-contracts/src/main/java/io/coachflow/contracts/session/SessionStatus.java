package io.coachflow.contracts.session;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The status of a session, as its owner sees it.
 */
public enum SessionStatus {

	/** Started, no answer yet. */
	@JsonProperty("initialized")
	INITIALIZED,
	/** At least one answer, but not all. */
	@JsonProperty("in_progress")
	IN_PROGRESS,
	/** All five answered. */
	@JsonProperty("completed")
	COMPLETED,
	/** Idle for too long; can be revived. */
	@JsonProperty("expired")
	EXPIRED;

	/** The status of a session with that many answers that has not expired. */
	public static SessionStatus ofAnswers(int answers) {
		if (answers == 0) {
			return INITIALIZED;
		}
		return (answers < Step.values().length) ? IN_PROGRESS : COMPLETED;
	}

}
