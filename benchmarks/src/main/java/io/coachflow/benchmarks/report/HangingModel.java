package io.coachflow.benchmarks.report;

import io.coachflow.benchmarks.load.LoadResult;

/**
 * What a provider that never answers costs the steps that ask it.
 *
 * @param budgetMillis how long a step waits for advice
 * @param first the run of a process just started, which the provider surprises
 * @param runs without a model, and with that provider
 */
public record HangingModel(double budgetMillis, LoadResult first, InTurn runs) {

	/**
	 * The worst p99 of steps above the budget in milliseconds, warm; 0 where all kept to
	 * it.
	 */
	public double aboveBudget() {
		double worst = this.runs.other().stream().mapToDouble((run) -> run.latency().p99()).max().orElse(Double.NaN);
		return Math.max(0, worst - this.budgetMillis);
	}

}
