package io.coachflow.benchmarks.report;

import java.util.Collection;
import java.util.Map;

import io.coachflow.benchmarks.load.Latency;

/**
 * How long readers were behind.
 *
 * @param stepsPerSecond what ran beside the 20 steps of the probe
 * @param shown from a step's answer to its view in Redis, seen from outside, in
 * milliseconds
 * @param p50 from commit to reader by the service's own timer, in milliseconds by
 * processor; empty where the service has none
 * @param p99 the same
 */
public record ReaderDelay(double stepsPerSecond, Latency shown, Map<String, Double> p50, Map<String, Double> p99) {

	/**
	 * The p99 of the slowest reader in milliseconds; from outside where there is no
	 * timer.
	 */
	public double worstP99() {
		Collection<Double> readers = this.p99.values();
		return readers.isEmpty() ? this.shown.p99() : readers.stream().mapToDouble(Double::doubleValue).max().orElse(0);
	}

}
