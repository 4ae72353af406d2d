package io.coachflow.benchmarks.report;

import java.util.List;

/** Where some values lie; NaN without any. */
public record Spread(double median, double min, double max) {

	static Spread of(List<Double> values) {
		List<Double> sorted = values.stream().filter(Double::isFinite).sorted().toList();
		if (sorted.isEmpty()) {
			return new Spread(Double.NaN, Double.NaN, Double.NaN);
		}
		int half = sorted.size() / 2;
		double median = (sorted.size() % 2 == 1) ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
		return new Spread(median, sorted.getFirst(), sorted.getLast());
	}

}
