package io.coachflow.benchmarks.load;

import org.HdrHistogram.Histogram;

/**
 * Percentiles in milliseconds.
 */
public record Latency(double p50, double p90, double p99, double p999, double max) {

	private static final double NANOS_PER_MILLI = 1e6;

	/** Reads the percentiles of a histogram of nanoseconds. */
	public static Latency of(Histogram nanos) {
		return new Latency(at(nanos, 50), at(nanos, 90), at(nanos, 99), at(nanos, 99.9), at(nanos, 100));
	}

	private static double at(Histogram nanos, double percentile) {
		return nanos.getValueAtPercentile(percentile) / NANOS_PER_MILLI;
	}

	/** An empty histogram of nanoseconds that keeps three digits. */
	public static Histogram histogram() {
		return new Histogram(3);
	}

}
