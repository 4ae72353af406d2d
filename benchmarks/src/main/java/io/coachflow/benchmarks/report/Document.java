package io.coachflow.benchmarks.report;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * {@code results.json}: the verdicts, then all figures.
 *
 * @param trusted whether the machine was quiet enough
 */
record Document(boolean trusted, List<String> noise, List<Target> targets, Results results) {

	Document(Results results) {
		this(results.noise().isEmpty(), results.noise(), results.ratios().stream().map(Target::of).toList(), results);
	}

	/**
	 * A figure with its targets.
	 *
	 * @param value nothing where it was not measured
	 */
	record Target(String name, @Nullable Double value, double must, double goal, String unit, String verdict) {

		static Target of(Ratio ratio) {
			return new Target(ratio.name(), Double.isNaN(ratio.value()) ? null : ratio.value(), ratio.must(),
					ratio.goal(), ratio.unit(), ratio.verdict());
		}

	}

}
