package io.coachflow.llm;

import io.coachflow.contracts.enrichment.AgentFault;

/**
 * The session was deleted: nobody is asked about it any more, and who was is cut off.
 */
public final class SessionGoneException extends ModelException {

	/** What people are told. */
	public static final String MESSAGE = "The session was deleted";

	private static final long serialVersionUID = 1L;

	public SessionGoneException() {
		super(AgentFault.Kind.REJECTED, MESSAGE, false, null, null);
	}

}
