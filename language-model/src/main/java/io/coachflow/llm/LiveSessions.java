package io.coachflow.llm;

/**
 * Tells whether a session still exists. Checked before each call, so that nothing of a
 * deleted session is sent to a provider.
 */
@FunctionalInterface
public interface LiveSessions {

	/**
	 * Whether the event log has no deletion of the session. Read models may be behind, so
	 * do not ask one.
	 */
	boolean has(String sessionId);

}
