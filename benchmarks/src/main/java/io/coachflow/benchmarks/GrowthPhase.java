package io.coachflow.benchmarks;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import io.coachflow.benchmarks.load.LoadResult;
import io.coachflow.benchmarks.report.Growth;

/**
 * Part e: the same load on a service with a big log and on one with an empty log, in
 * turn, so that what the machine does meanwhile meets both.
 */
final class GrowthPhase {

	private final Plan plan;

	private final Progress progress;

	GrowthPhase(Plan plan, Progress progress) {
		this.plan = plan;
		this.progress = progress;
	}

	Growth measure(Service emptyLog, Service bigLog, long events)
			throws IOException, InterruptedException, SQLException {
		this.progress.say("warming up on the empty and on the big log");
		emptyLog.warmUp(Plan.CONNECTIONS, this.plan.warmUp());
		bigLog.warmUp(Plan.CONNECTIONS, this.plan.warmUp());
		List<LoadResult> empty = new ArrayList<>();
		List<LoadResult> big = new ArrayList<>();
		for (int run = 0; run < this.plan.growthRuns(); run++) {
			// Now one first, now the other
			if (run % 2 == 0) {
				empty.add(emptyLog.closed(Plan.CONNECTIONS, this.plan.growth()));
			}
			big.add(bigLog.closed(Plan.CONNECTIONS, this.plan.growth()));
			if (run % 2 == 1) {
				empty.add(emptyLog.closed(Plan.CONNECTIONS, this.plan.growth()));
			}
			this.progress.say("run %d: %,.0f steps/s on the empty log, %,.0f on %,d events".formatted(run + 1,
					empty.getLast().stepsPerSecond(), big.getLast().stepsPerSecond(), events));
		}
		return new Growth(events, empty, big);
	}

}
