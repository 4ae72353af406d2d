package io.coachflow.benchmarks.report;

import java.util.List;

import io.coachflow.benchmarks.load.LoadResult;

/**
 * A read model built anew beside live load.
 *
 * @param events in the log when it began
 * @param seconds from the request to the switch
 * @param quiet runs before and after
 * @param during runs meanwhile
 * @param rows compared with the fold of the log afterwards
 */
public record Rebuild(long events, double seconds, List<LoadResult> quiet, List<LoadResult> during, long rows) {

	/** The p99 of steps meanwhile ÷ before and after, the mean of runs each. */
	public double ratio() {
		return p99(this.during) / p99(this.quiet);
	}

	private static double p99(List<LoadResult> runs) {
		return runs.stream().mapToDouble((run) -> run.latency().p99()).average().orElse(Double.NaN);
	}

}
