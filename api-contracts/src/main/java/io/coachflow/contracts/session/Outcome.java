package io.coachflow.contracts.session;

import io.coachflow.contracts.error.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * The result of a command on a coaching session. A refusal is a result and not an
 * exception, since an event may be recorded with it, such as the expiry that caused it.
 */
public sealed interface Outcome {

	/**
	 * The command was accepted.
	 *
	 * @param replayed whether this is the reply to an earlier request with the same key
	 * @param recorded whether the session's events hold the reply, so that the session
	 * can repeat it
	 * @param completed the completed session for {@code CompleteSession}; null for other
	 * commands
	 */
	record Accepted(Reply reply, boolean replayed, boolean recorded,
			@Nullable CompletedSession completed) implements Outcome {

		/** Without a completed session. */
		public Accepted(Reply reply, boolean replayed, boolean recorded) {
			this(reply, replayed, recorded, null);
		}

	}

	/** The command was refused. */
	record Refused(ErrorCode code, String message) implements Outcome {
	}

}
