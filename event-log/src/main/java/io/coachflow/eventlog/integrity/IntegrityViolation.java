package io.coachflow.eventlog.integrity;

/**
 * Where a session's history is not as it was written.
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

		/** Events were taken away. */
		MISSING,
		/** Content, hash or the hash before is another than was written. */
		CHANGED,
		/** Events stand in another order than they were written in. */
		MOVED

	}
}
