package io.coachflow.console.operations;

import java.time.Duration;

/**
 * What the page shows of the service's meters over time.
 */
enum Figure {

	/** Calls in a second. */
	CALLS("calls"),

	/** Milliseconds that a call took on average. */
	LATENCY("latency"),

	/** Events in a second. */
	EVENTS("events"),

	/** Milliseconds from commit to reader, for 95 of 100 events. */
	READERS("readers"),

	/** Runs of agents in a minute. */
	AGENTS("agents");

	private static final double SHARE = 0.95;

	private static final double MILLIS = 1000;

	private static final double MINUTE = 60;

	private final String id;

	Figure(String id) {
		this.id = id;
	}

	/** The name in messages and in the page. */
	String id() {
		return this.id;
	}

	/**
	 * The value between two samples of one process.
	 * @return the value; NaN if nothing happened that has one
	 */
	double between(MeterSample before, MeterSample after) {
		double seconds = Duration.between(before.at(), after.at()).toMillis() / MILLIS;
		return switch (this) {
			case CALLS -> more(before.calls().count(), after.calls().count()) / seconds;
			case LATENCY -> mean(more(before.calls().seconds(), after.calls().seconds()),
					more(before.calls().count(), after.calls().count()));
			case EVENTS -> more(before.events().count(), after.events().count()) / seconds;
			case READERS -> after.events().delays().since(before.events().delays()).quantile(SHARE) * MILLIS;
			case AGENTS -> more(runs(before), runs(after)) / seconds * MINUTE;
		};
	}

	private static double runs(MeterSample sample) {
		return sample.agents().done() + sample.agents().failed();
	}

	private static double more(double before, double after) {
		return Math.max(0, after - before);
	}

	/** The average in milliseconds. */
	static double mean(double seconds, double count) {
		return (count > 0) ? seconds / count * MILLIS : Double.NaN;
	}

}
