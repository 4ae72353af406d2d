package io.coachflow.benchmarks.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.coachflow.benchmarks.load.CpuPerStep;
import io.coachflow.benchmarks.load.Latency;
import io.coachflow.benchmarks.load.LoadResult;
import io.coachflow.benchmarks.load.Rate;
import io.coachflow.benchmarks.machine.CpuTimes;
import io.coachflow.benchmarks.machine.MachineFacts;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ResultsTests {

	private static final CpuTimes QUIET = new CpuTimes(9, 1, 5, 1, 2, 18, 0.1, 20);

	private static final Latency LATENCY = new Latency(2, 3, 4, 5, 6);

	@Test
	void dividesByTheMeanOfTheLimitsBeforeAndAfter() {
		Results results = results(point(1, 1000, 1000, QUIET), point(32, 4000, 4400, QUIET));
		assertThat(results.ratios()).extracting(Ratio::value).startsWith(1000 / 4200.0, 0.5, 4.0);
		assertThat(results.noise()).isEmpty();
	}

	@Test
	void calledTooNoisyWhereALimitChangedMeanwhile() {
		assertThat(results(point(8, 4000, 5000, QUIET)).noise()).singleElement().asString().contains("differ by 22 %");
	}

	@Test
	void calledTooNoisyWhereOthersUsedTheMachine() {
		CpuTimes stolen = new CpuTimes(9, 1, 5, 1, 2, 18, 1.2, 20);
		CpuTimes shared = new CpuTimes(4, 1, 4, 1, 2, 18, 0, 20);
		assertThat(results(point(8, 4000, 4000, stolen)).noise()).singleElement().asString().contains("hypervisor");
		assertThat(results(point(8, 4000, 4000, shared)).noise()).singleElement()
			.asString()
			.contains("other processes used 30 %");
	}

	@Test
	void reportsTheCpuPerStepFirst() {
		Results results = results(point(32, 4000, 4400, QUIET));
		assertThat(new Tables(results).markdown().split("### ")[1]).startsWith("CPU ms per accepted step")
			.contains("| 32 | 1.50 | 0.90 | 0.50 | 0.10 | 0.10 | 0.20 | 90.0 % |");
		assertThat(new Document(results).cpuMillisPerStep().get(32))
			.isEqualTo(new CpuPerStep(1.5, 0.9, 0.5, 0.1, 0.1, 0.2));
	}

	@Test
	void drawsAndTabulatesWhatWasMeasuredAlone() {
		Results results = results(point(32, 4000, 4400, QUIET));
		assertThat(new Tables(results).markdown()).contains("| 0.24 | ≥ 0.30 | ≥ 0.45 | MISSED |", "not measured");
		assertThat(new Picture(results).svg()).startsWith("<svg").endsWith("</svg>\n").doesNotContain("NaN");
		assertThat(new Document(results).targets()).filteredOn((target) -> target.value() == null).isNotEmpty();
	}

	private static Results results(Point... points) {
		return new Results(Instant.EPOCH, "0", true, new MachineFacts("a processor", 2, 8, "an OS", "25"), Map.of(),
				List.of(points), List.of(), null, null, null, null, null, null, null, List.of(), null, null, 5,
				List.of());
	}

	private static Point point(int connections, double insertsBefore, double insertsAfter, CpuTimes cpu) {
		return new Point(connections, rate(insertsBefore), rate(2000),
				new LoadResult(connections, 0, 10, 10_000, 14_000, 0, "", LATENCY, cpu), rate(2000),
				rate(insertsAfter));
	}

	private static Rate rate(double perSecond) {
		return new Rate(1, perSecond, new Latency(0.5, 1, 1, 1, 1));
	}

}
