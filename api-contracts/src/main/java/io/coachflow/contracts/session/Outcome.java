package io.coachflow.contracts.session;

import io.coachflow.contracts.error.ErrorCode;
import org.jspecify.annotations.Nullable;

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
	 * @param completed the completed session, if its completion was asked for
	 */
	record Accepted(Reply reply, boolean replayed, boolean recorded,
			@Nullable CompletedSession completed) implements Outcome {

		/** Of a session that is not completed. */
		public Accepted(Reply reply, boolean replayed, boolean recorded) {
			this(reply, replayed, recorded, null);
		}

	}

	/** The session refused, and why. */
	record Refused(ErrorCode code, String message) implements Outcome {
	}

}
