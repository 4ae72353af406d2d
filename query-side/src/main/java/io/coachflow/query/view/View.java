package io.coachflow.query.view;

/**
 * The fold of the events of a session, or of its package.
 */
public interface View {

	/** The session that it is of. */
	String sessionId();

	/** The sequence of the last event in the fold. */
	long sequence();

}
