package io.coachflow.benchmarks.report;

import java.util.List;

/**
 * The first seconds of a service after readiness, under load.
 *
 * @param version what the report calls it
 * @param jar its file
 * @param stepsPerSecond accepted steps in each second
 * @param warm steps per second later, when it got no faster
 */
public record WarmUp(String version, String jar, List<Long> stepsPerSecond, double warm) {

	private static final int FROM = 5;

	private static final int TO = 15;

	/** Steps per second in the seconds 5 to 15. */
	public double early() {
		return this.stepsPerSecond.stream()
			.skip(FROM)
			.limit(TO - FROM)
			.mapToLong(Long::longValue)
			.average()
			.orElse(Double.NaN);
	}

	/** The same ÷ warm. */
	public double ratio() {
		return early() / this.warm;
	}

}
