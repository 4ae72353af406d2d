package io.coachflow.query.projection;

import java.time.Duration;

/**
 * Read models that share one thread, and its transactions, while they are live: those
 * that fail together and may be equally late.
 */
public enum Lane {

	/** Tables in PostgreSQL. */
	TABLES(150),

	/**
	 * Views in Redis alone. While Redis hangs, the tables need not wait for them.
	 */
	VIEWS(150),

	/** The search. Auditors search for what was said, not for what is being said. */
	SEARCH(1000);

	private final Pace pace;

	Lane(int gatheringMillis) {
		this.pace = Pace.gathering(Duration.ofMillis(gatheringMillis));
	}

	/**
	 * How long its events gather. Nobody notices 150 ms: whoever wrote something reads
	 * its own write from the log.
	 */
	Pace pace() {
		return this.pace;
	}

}
