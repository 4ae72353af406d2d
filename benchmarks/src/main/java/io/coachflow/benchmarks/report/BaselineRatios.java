package io.coachflow.benchmarks.report;

import java.util.List;

/** What a version should be beside its baseline: medians of the ratios of each round. */
final class BaselineRatios {

	private BaselineRatios() {
	}

	static List<Ratio> of(Comparison comparison) {
		return List.of(ratio(comparison, Comparison.CPU, 0.50, 0.35),
				ratio(comparison, Comparison.CPU_UNTIL_READINESS, 0.50, 0.35),
				ratio(comparison, Comparison.WRITE_AHEAD, 0.50, 0.35),
				ratio(comparison, Comparison.MEMORY, 0.80, 0.60));
	}

	private static Ratio ratio(Comparison comparison, String figure, double must, double goal) {
		double value = comparison.figures()
			.stream()
			.filter((compared) -> compared.figure().equals(figure))
			.mapToDouble((compared) -> compared.ratio().median())
			.findFirst()
			.orElse(Double.NaN);
		return new Ratio(figure + ", new ÷ baseline", value, must, goal, "");
	}

}
