package io.coachflow.benchmarks.report;

import java.util.List;
import java.util.stream.IntStream;

/**
 * One figure of two versions.
 *
 * @param newer the median of the rounds
 * @param baseline the same
 * @param ratio newer ÷ baseline, of the rounds that were run one after the other
 */
public record Compared(String figure, double newer, double baseline, Spread ratio) {

	/** Round by round, as many of one as of the other. */
	static Compared of(String figure, List<Double> newer, List<Double> baseline) {
		List<Double> ratios = IntStream.range(0, newer.size())
			.mapToObj((round) -> newer.get(round) / baseline.get(round))
			.toList();
		return new Compared(figure, Spread.of(newer).median(), Spread.of(baseline).median(), Spread.of(ratios));
	}

}
