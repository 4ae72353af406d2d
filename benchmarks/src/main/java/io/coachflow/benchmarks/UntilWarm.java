package io.coachflow.benchmarks;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;

import io.coachflow.benchmarks.load.LoadResult;

/**
 * Whether a service still gets faster: the compiler takes minutes where it shares the
 * cores, and would be measured instead.
 */
final class UntilWarm {

	private static final Duration ROUND = Duration.ofSeconds(15);

	/** Less is noise. */
	private static final double FASTER = 1.05;

	private double best;

	private int noFaster;

	/**
	 * Whether the service is warm: twice in a row it was no faster than at its best.
	 * @param rate of the round that has just ended
	 */
	boolean isReached(double rate) {
		this.noFaster = (rate < this.best * FASTER) ? this.noFaster + 1 : 0;
		this.best = Math.max(this.best, rate);
		return this.noFaster == 2;
	}

	/**
	 * Loads a service until it is warm.
	 * @param patience how long at most
	 * @return the last round
	 */
	static LoadResult load(Service service, int connections, Duration patience)
			throws IOException, InterruptedException, SQLException {
		long end = System.nanoTime() + patience.toNanos();
		UntilWarm warm = new UntilWarm();
		while (true) {
			LoadResult round = service.closed(connections, ROUND);
			if (warm.isReached(round.stepsPerSecond()) || System.nanoTime() > end) {
				return round;
			}
		}
	}

}
