package io.coachflow.benchmarks.report;

import java.util.List;

import io.coachflow.benchmarks.load.LoadResult;

/**
 * The same load on two services, run by run in turn.
 *
 * @param base on the one that is compared with
 * @param other on the one in question
 */
public record InTurn(List<LoadResult> base, List<LoadResult> other) {

	/** Accepted steps per second, other ÷ base. */
	public double ratio() {
		return mean(this.other) / mean(this.base);
	}

	private static double mean(List<LoadResult> runs) {
		return runs.stream().mapToDouble(LoadResult::stepsPerSecond).average().orElse(0);
	}

}
