package io.coachflow.benchmarks.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.coachflow.benchmarks.load.CpuPerStep;
import org.jspecify.annotations.Nullable;

/**
 * {@code results.json}: CPU per step, the verdicts, then all figures.
 *
 * @param cpuMillisPerStep of the closed loop, by connections
 * @param comparison the figures of both versions, if another one was given
 * @param warmUp steps per second in the seconds 5 to 15 after readiness ÷ warm, by
 * version
 * @param trusted whether the machine was quiet enough
 */
record Document(Map<Integer, CpuPerStep> cpuMillisPerStep, List<Compared> comparison, Map<String, Double> warmUp,
		boolean trusted, List<String> noise, List<Target> targets, Results results) {

	Document(Results results) {
		this(cpu(results), compared(results), warmUp(results), results.noise().isEmpty(), results.noise(),
				results.ratios().stream().map(Target::of).toList(), results);
	}

	private static Map<Integer, CpuPerStep> cpu(Results results) {
		Map<Integer, CpuPerStep> cpu = new TreeMap<>();
		results.points().forEach((point) -> cpu.put(point.connections(), point.sessions().cpuPerStep()));
		return cpu;
	}

	private static List<Compared> compared(Results results) {
		Comparison comparison = results.comparison();
		return (comparison != null) ? comparison.figures() : List.of();
	}

	private static Map<String, Double> warmUp(Results results) {
		Map<String, Double> ratios = new LinkedHashMap<>();
		results.warmUps().forEach((curve) -> ratios.put(curve.version(), curve.ratio()));
		return ratios;
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
