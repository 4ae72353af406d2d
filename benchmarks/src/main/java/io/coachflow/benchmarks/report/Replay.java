package io.coachflow.benchmarks.report;

import java.util.Map;

/**
 * Replay against plain reads of the same log.
 *
 * @param events in the log
 * @param readsBefore events per second of the plain reader, before the replays
 * @param readsAfter and after
 * @param rebuilds events per second by read model, each built anew alone on a warm
 * service
 */
public record Replay(long events, double readsBefore, double readsAfter, Map<String, Double> rebuilds) {

	/** The plain reader's rate, the mean. */
	public double reads() {
		return (this.readsBefore + this.readsAfter) / 2;
	}

}
