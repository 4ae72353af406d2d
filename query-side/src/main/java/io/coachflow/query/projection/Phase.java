package io.coachflow.query.projection;

import java.util.Locale;

/**
 * What happens to a projection.
 */
enum Phase {

	/** One slot is live, the other is empty, or about to be. */
	LIVE,

	/** The other slot is being emptied for a rebuild. */
	PREPARING,

	/** The other slot is filled from the first event. */
	REBUILDING,

	/** The rebuilt slot is live, and the former one is kept up beside it. */
	AWAITING_CONFIRMATION;

	/** The name in the table and on the wire. */
	String id() {
		return name().toLowerCase(Locale.ROOT);
	}

	static Phase of(String id) {
		return valueOf(id.toUpperCase(Locale.ROOT));
	}

}
