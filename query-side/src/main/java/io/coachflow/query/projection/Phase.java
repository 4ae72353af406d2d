package io.coachflow.query.projection;

import java.util.Locale;

/**
 * The phase of a projection.
 */
enum Phase {

	/** One slot is live, the other is empty, or about to be. */
	LIVE,

	/** The other slot is being emptied for a rebuild. */
	PREPARING,

	/** The other slot is filled from the first event. */
	REBUILDING,

	/** The rebuilt slot is live, and the former one is kept up to date beside it. */
	AWAITING_CONFIRMATION;

	/** The name in the table and in responses. */
	String id() {
		return name().toLowerCase(Locale.ROOT);
	}

	static Phase of(String id) {
		return valueOf(id.toUpperCase(Locale.ROOT));
	}

}
