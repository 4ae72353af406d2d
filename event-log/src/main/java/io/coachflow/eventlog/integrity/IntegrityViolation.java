package io.coachflow.eventlog.integrity;

/**
 * A place where a session's history is not as it was written.
 *
 * @param sequence the first sequence that it concerns
 * @param problem what is wrong, in a sentence for an auditor; quotes nothing of the event
 */
public record IntegrityViolation(Kind kind, long sequence, String problem) {

	/**
	 * What a violation looks like. Its cause is not always clear: two rows whose
	 * sequences were swapped look like two changed events.
	 */
	public enum Kind {

		/** Events were removed. */
		MISSING,
		/** The content, the hash or the previous hash is not what was written. */
		CHANGED,
		/** Events are in another order than they were written in. */
		MOVED

	}
}
