package io.coachflow.command.session;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * How long a session lives after its last accepted activity.
 */
record TimeToLive(Duration time) {

	/** When it ends, in whole milliseconds, the precision of clients and Redis. */
	Instant from(Instant activity) {
		return activity.plus(this.time).truncatedTo(ChronoUnit.MILLIS);
	}

}
