package io.coachflow.benchmarks.report;

import java.util.List;

import io.coachflow.benchmarks.load.Latency;
import io.coachflow.benchmarks.load.LoadResult;
import io.coachflow.benchmarks.machine.CpuTimes;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ComparisonTests {

	private static final Comparison COMPARISON = new Comparison(
			new Version("new.jar", new Startup(6, 9), List.of(round(1.2, 3000), round(1.0, 2000), round(2.0, 2500))),
			new Version("old.jar", new Startup(8, 12), List.of(round(2.4, 6000), round(4.0, 6000), round(2.5, 6000))));

	@Test
	void dividesRoundByRoundAndTakesTheMedian() {
		assertThat(COMPARISON.figures().getFirst()).isEqualTo(
				new Compared("CPU ms per step: service, PostgreSQL, Redis", 1.2, 2.5, new Spread(0.5, 0.25, 0.8)));
	}

	@Test
	void tabulatesWhatBothCostAndHowTheyStart() {
		assertThat(COMPARISON.table().markdown()).contains("(new.jar against old.jar)")
			.contains("| write-ahead log, bytes per step | 2,500.0 | 6,000.0 | 0.42 | 0.33 | 0.50 |")
			.contains("| apart: JIT | 0.50 | 0.50 | 1.00 | 1.00 | 1.00 |")
			.contains("| CPU seconds until readiness | 9.00 | 12.0 | 0.75 | 0.75 | 0.75 |");
	}

	@Test
	void whatCostNothingHasNoRatio() {
		assertThat(Compared.of("", List.of(1.0, 1.0), List.of(0.0, 2.0)).ratio()).isEqualTo(new Spread(0.5, 0.5, 0.5));
		assertThat(Compared.of("", List.of(0.0), List.of(0.0)).ratio().median()).isNaN();
		assertThat(Spread.of(List.of(1.0, 4.0, 2.0, 3.0))).isEqualTo(new Spread(2.5, 1, 4));
	}

	/** A thousand steps. */
	private static Round round(double millisPerStep, long walBytesPerStep) {
		CpuTimes cpu = new CpuTimes(millisPerStep, 0.5, 0, 0, 1, 8, 0, 10);
		return new Round(new LoadResult(32, 0, 5, 1000, 1400, 0, "", new Latency(1, 1, 1, 1, 1), cpu),
				1000 * walBytesPerStep, 1 << 20);
	}

}
