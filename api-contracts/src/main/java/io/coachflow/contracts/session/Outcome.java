package io.coachflow.contracts.session;

import io.coachflow.contracts.error.ErrorCode;

/**
 * How a command on a coaching session ended. A refusal is an answer, not an exception: it
 * may come with an event of its own, such as the expiry that it found.
 */
public sealed interface Outcome {

	/**
	 * The session did what was asked.
	 *
	 * @param replayed whether this is the answer of an earlier request with the same key
	 * @param recorded whether the log holds the answer, so that the session itself can
	 * repeat it
	 */
	record Accepted(Reply reply, boolean replayed, boolean recorded) implements Outcome {
	}

	/** The session refused, and why. */
	record Refused(ErrorCode code, String message) implements Outcome {
	}

}
