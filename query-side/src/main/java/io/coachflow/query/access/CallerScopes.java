package io.coachflow.query.access;

import java.time.Instant;

/**
 * What the current request's token allows.
 */
public interface CallerScopes {

	/** Reading and verifying the history of any session. */
	String AUDIT = "coaching:audit";

	/** Whether the caller's token has the scope. */
	boolean has(String scope);

	/** When the token expires; {@link Instant#MAX} if it does not. */
	Instant validUntil();

}
