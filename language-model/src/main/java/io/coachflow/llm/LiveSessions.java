package io.coachflow.llm;

/**
 * Knows whether a session is still there. Asked before each call, so that nothing of a
 * deleted session leaves the house.
 */
@FunctionalInterface
public interface LiveSessions {

	/**
	 * Whether the session has not been deleted, as the log tells at this moment: a read
	 * model may be behind.
	 */
	boolean has(String sessionId);

}
