package io.coachflow.benchmarks;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;

import io.coachflow.benchmarks.load.LoadResult;

/**
 * Loads a service until it gets no faster: the compiler takes minutes where it shares the
 * cores, and would be measured instead.
 */
final class UntilWarm {

	private static final Duration ROUND = Duration.ofSeconds(15);

	/** Less is noise. */
	static final double FASTER = 1.05;

	private UntilWarm() {
	}

	/**
	 * Does so.
	 * @param patience how long at most
	 * @return the last round
	 */
	static LoadResult load(Service service, int connections, Duration patience)
			throws IOException, InterruptedException, SQLException {
		long end = System.nanoTime() + patience.toNanos();
		double best = 0;
		int noFaster = 0;
		while (true) {
			LoadResult round = service.closed(connections, ROUND);
			noFaster = (round.stepsPerSecond() < best * FASTER) ? noFaster + 1 : 0;
			best = Math.max(best, round.stepsPerSecond());
			if (noFaster == 2 || System.nanoTime() > end) {
				return round;
			}
		}
	}

}
