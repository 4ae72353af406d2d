package io.coachflow.benchmarks.report;

import java.util.List;

import io.coachflow.benchmarks.load.LoadResult;

/**
 * Throughput on a big log and on an empty one, run by run in turn.
 *
 * @param events in the big log at the beginning
 */
public record Growth(long events, List<LoadResult> empty, List<LoadResult> big) {

	/** Big ÷ empty. */
	public double ratio() {
		return mean(this.big) / mean(this.empty);
	}

	/** Accepted steps per second, the mean of runs. */
	static double mean(List<LoadResult> runs) {
		return runs.stream().mapToDouble(LoadResult::stepsPerSecond).average().orElse(0);
	}

}
