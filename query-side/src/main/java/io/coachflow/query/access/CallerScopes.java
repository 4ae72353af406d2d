package io.coachflow.query.access;

import java.time.Instant;

/**
 * Tells what the token of the request at hand allows.
 */
public interface CallerScopes {

	/** Reading and verifying the history of any session. */
	String AUDIT = "coaching:audit";

	/** Whether the caller's token has the scope. */
	boolean has(String scope);

	/** When the token ends; {@link Instant#MAX} where none does. */
	Instant validUntil();

}
