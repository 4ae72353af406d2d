package io.coachflow.benchmarks;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import io.coachflow.benchmarks.load.LoadResult;
import io.coachflow.benchmarks.report.InTurn;

/**
 * The same load on two services in turn, so that what the machine does meanwhile meets
 * both.
 */
final class TurnTaking {

	private final Plan plan;

	private final Progress progress;

	TurnTaking(Plan plan, Progress progress) {
		this.plan = plan;
		this.progress = progress;
	}

	/** Measures both, which are warm. */
	InTurn measure(Service base, Service other) throws IOException, InterruptedException, SQLException {
		List<LoadResult> bases = new ArrayList<>();
		List<LoadResult> others = new ArrayList<>();
		for (int run = 0; run < this.plan.turns(); run++) {
			// Now one first, now the other
			if (run % 2 == 0) {
				bases.add(base.closed(Plan.CONNECTIONS, this.plan.turn()));
			}
			others.add(other.closed(Plan.CONNECTIONS, this.plan.turn()));
			if (run % 2 == 1) {
				bases.add(base.closed(Plan.CONNECTIONS, this.plan.turn()));
			}
			this.progress.say("run %d: %,.0f steps/s against %,.0f".formatted(run + 1,
					others.getLast().stepsPerSecond(), bases.getLast().stepsPerSecond()));
		}
		return new InTurn(bases, others);
	}

}
