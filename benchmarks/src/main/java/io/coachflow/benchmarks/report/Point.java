package io.coachflow.benchmarks.report;

import io.coachflow.benchmarks.load.LoadResult;
import io.coachflow.benchmarks.load.Rate;

/**
 * Sessions at one number of connections, and both limits just before and just after.
 */
public record Point(int connections, Rate insertsBefore, Rate callsBefore, LoadResult sessions, Rate callsAfter,
		Rate insertsAfter) {

	/** Durable single-row inserts per second, the mean. */
	public double inserts() {
		return (this.insertsBefore.perSecond() + this.insertsAfter.perSecond()) / 2;
	}

	/** Cheapest authenticated calls per second, the mean. */
	public double calls() {
		return (this.callsBefore.perSecond() + this.callsAfter.perSecond()) / 2;
	}

	/** Median of one insert in milliseconds, the mean of both. */
	public double commitMillis() {
		return (this.insertsBefore.latency().p50() + this.insertsAfter.latency().p50()) / 2;
	}

}
