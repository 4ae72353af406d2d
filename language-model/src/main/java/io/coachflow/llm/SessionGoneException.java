package io.coachflow.llm;

import io.coachflow.contracts.enrichment.AgentFault;

/**
 * The session was deleted: no model is asked about it any more, and running calls are
 * cancelled.
 */
public final class SessionGoneException extends ModelException {

	/** The message, also for agents that end for this reason. */
	public static final String MESSAGE = "The session was deleted";

	private static final long serialVersionUID = 1L;

	public SessionGoneException() {
		super(AgentFault.Kind.REJECTED, MESSAGE, false, null, null);
	}

}
