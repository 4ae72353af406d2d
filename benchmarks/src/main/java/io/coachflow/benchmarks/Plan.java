package io.coachflow.benchmarks;

import java.time.Duration;
import java.util.List;

/**
 * How long and how much.
 *
 * @param connections for the sessions, one run each
 * @param warmUp at most, before anything is measured on a service just started
 * @param limit of each measurement of a limit, before and after the sessions
 * @param closed of each closed loop
 * @param open of each open loop
 * @param probe of each measurement of the reader's delay
 * @param turn of each run where services take turns, or a rebuild runs beside
 * @param turns how many on each
 * @param replayed events that are replayed
 * @param rebuilt events from which a read model is built anew
 * @param events of the big log
 * @param comparing two versions, or ours with its peers
 * @param old the log of an old version
 */
record Plan(List<Integer> connections, Duration warmUp, Duration limit, Duration closed, Duration open, Duration probe,
		Duration turn, int turns, long replayed, long rebuilt, long events, Comparing comparing, Old old) {

	/** At which the ratios are taken. */
	static final int CONNECTIONS = 32;

	static Plan of(Options options) {
		Plan plan = options.quick()
				? new Plan(List.of(1, 8, CONNECTIONS, 128), Duration.ofSeconds(20), Duration.ofSeconds(2),
						Duration.ofSeconds(5), Duration.ofSeconds(4), Duration.ofSeconds(8), Duration.ofSeconds(5), 2,
						70_000, 140_000, 200_000, Comparing.QUICK, Old.QUICK)
				: new Plan(List.of(1, 8, CONNECTIONS, 128), Duration.ofSeconds(240), Duration.ofSeconds(5),
						Duration.ofSeconds(20), Duration.ofSeconds(15), Duration.ofSeconds(20), Duration.ofSeconds(15),
						4, 500_000, 1_000_000, 5_000_000, Comparing.FULL, Old.FULL);
		return (options.events() > 0) ? plan.withEvents(options.events()) : plan;
	}

	private Plan withEvents(long size) {
		return new Plan(this.connections, this.warmUp, this.limit, this.closed, this.open, this.probe, this.turn,
				this.turns, Math.min(this.replayed, size), Math.min(this.rebuilt, size), size, this.comparing,
				this.old);
	}

	/**
	 * Short even in a full run, so that it can be made after every change.
	 *
	 * @param warmUp of each version
	 * @param round of each version in turn
	 * @param rounds how many on each
	 * @param curveSeconds how long the warm-up is watched
	 */
	record Comparing(Duration warmUp, Duration round, int rounds, int curveSeconds) {

		static final Comparing FULL = new Comparing(Duration.ofSeconds(90), Duration.ofSeconds(5), 5, 60);

		static final Comparing QUICK = new Comparing(Duration.ofSeconds(10), Duration.ofSeconds(3), 5, 20);

	}

	/**
	 * A log that an old version wrote.
	 *
	 * @param sessions how many
	 * @param sample of which as many are compared word by word
	 */
	record Old(int sessions, int sample) {

		static final Old FULL = new Old(10_000, 500);

		static final Old QUICK = new Old(100, 50);

	}

}
