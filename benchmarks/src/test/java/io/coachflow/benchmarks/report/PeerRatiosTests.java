package io.coachflow.benchmarks.report;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import io.coachflow.benchmarks.load.Latency;
import io.coachflow.benchmarks.load.LoadResult;
import io.coachflow.benchmarks.load.Rate;
import io.coachflow.benchmarks.machine.CpuTimes;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PeerRatiosTests {

	private final SystemRuns ours = runs("Coachflow", 3000, 3000, 5000);

	@Test
	void takesTheMedianOfTheRatiosOfEachRound() {
		assertThat(PeerRatios.of(peers(runs("stock Axon", 1000, 1500, 1000), runs("Emmett", 500, 1000, 1000))))
			.extracting(Ratio::value)
			.containsExactly(3.0, 5.0, 4.0, 4.0 / 0.5, 4.0);
	}

	@Test
	void aPeerThatIsNotInstalledIsNotMeasured() {
		assertThat(PeerRatios.of(peers(runs("FastAPI", 300, 300, 300)))).extracting(Ratio::verdict)
			.containsExactly("not measured", "not measured", "not measured", "MISSED", "MISSED");
	}

	@Test
	void tabulatesEachSystemAndTheInserts() {
		List<Table> tables = PeerTables.of(peers(runs("Emmett", 500, 1000, 1000)));
		assertThat(tables.getFirst().markdown()).contains("| median of the rounds | Coachflow | Emmett |",
				"| steps/s | 3,000 | 1,000 |", "| steps/s: ours ÷ it | 1.00 | 5.00 |",
				"| two answers to a step at once: one refused | 20 of 20 | 20 of 20 |");
		assertThat(tables.getLast().markdown()).contains("PostgreSQL and the inserting process | 0.50 |");
	}

	private Peers peers(SystemRuns... others) {
		return new Peers(
				IntStream.rangeClosed(0, others.length).mapToObj((i) -> (i == 0) ? this.ours : others[i - 1]).toList(),
				Collections.nCopies(3, inserts()));
	}

	/** Twenty seconds after ten that do not count, at a fifth of the first rate. */
	private static SystemRuns runs(String name, long... stepsPerSecond) {
		long warm = stepsPerSecond[1];
		return new SystemRuns(name, new Startup(9, 12),
				IntStream.range(0, 30)
					.mapToObj((second) -> (second < 10) ? 7L : name.equals("Coachflow") ? warm / 5 : warm * 3 / 20)
					.toList(),
				IntStream.range(0, stepsPerSecond.length)
					.mapToObj((round) -> new Round(load(10 * stepsPerSecond[round]), 0, 0))
					.toList(),
				Collections.nCopies(stepsPerSecond.length, load(100)), 20, 20);
	}

	private static LoadResult load(long steps) {
		// Four seconds of CPU, by a thousand steps
		return new LoadResult(32, 0, 10, steps, steps, 0, "", new Latency(2, 3, 4, 5, 6),
				new CpuTimes(3 * steps / 1000.0, 0, 0.9 * steps / 1000, 0.1 * steps / 1000, 0, 7, 0, 20));
	}

	private static Inserts inserts() {
		Rate rate = new Rate(1, 1000, new Latency(0.5, 1, 1, 1, 1));
		return new Inserts(rate, rate, new CpuTimes(0, 0, 1.6, 0, 0.9, 3, 0, 20), 5000);
	}

}
