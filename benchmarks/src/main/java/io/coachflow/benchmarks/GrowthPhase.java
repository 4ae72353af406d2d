package io.coachflow.benchmarks;

import java.io.IOException;
import java.sql.SQLException;

import io.coachflow.benchmarks.report.Growth;

/** Part e: a service with a big log against one with an empty log. */
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
		UntilWarm.load(emptyLog, Plan.CONNECTIONS, this.plan.warmUp());
		UntilWarm.load(bigLog, Plan.CONNECTIONS, this.plan.warmUp());
		this.progress.say("a log of %,d events against an empty one".formatted(events));
		return new Growth(events, new TurnTaking(this.plan, this.progress).measure(emptyLog, bigLog));
	}

}
