package io.coachflow.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import com.nimbusds.jose.JOSEException;
import io.coachflow.benchmarks.Versions.Running;
import io.coachflow.benchmarks.report.Comparison;
import io.coachflow.benchmarks.report.Round;
import io.coachflow.benchmarks.report.Version;

/**
 * Part i: the production jar against another version's; both are up and loaded in turn.
 */
final class ComparisonPhase {

	private final Versions versions;

	private final Plan.Comparing plan;

	private final Progress progress;

	ComparisonPhase(Versions versions, Plan plan, Progress progress) {
		this.versions = versions;
		this.plan = plan.comparing();
		this.progress = progress;
	}

	Comparison measure(Path jar, Path baselineJar)
			throws IOException, InterruptedException, SQLException, JOSEException {
		try (Running baseline = this.versions.start(Versions.BASELINE, baselineJar);
				Running newer = this.versions.start("newer", jar)) {
			this.progress.say("warming up one after the other");
			baseline.service().closed(Plan.CONNECTIONS, this.plan.warmUp());
			newer.service().closed(Plan.CONNECTIONS, this.plan.warmUp());
			List<Round> baselineRounds = new ArrayList<>();
			List<Round> newerRounds = new ArrayList<>();
			for (int round = 0; round < this.plan.rounds(); round++) {
				// Now one first, now the other
				if (round % 2 == 0) {
					baselineRounds.add(round(baseline));
				}
				newerRounds.add(round(newer));
				if (round % 2 == 1) {
					baselineRounds.add(round(baseline));
				}
				say(round + 1, newerRounds.getLast(), baselineRounds.getLast());
			}
			return new Comparison(new Version(jar.toString(), newer.service().startup(), newerRounds),
					new Version(baselineJar.toString(), baseline.service().startup(), baselineRounds));
		}
	}

	private Round round(Running version) throws IOException, InterruptedException, SQLException {
		return version.service().round(Plan.CONNECTIONS, this.plan.round());
	}

	private void say(int round, Round newer, Round baseline) {
		this.progress.say("round %d: %.2f ms of CPU a step against %.2f, %,.0f steps/s against %,.0f".formatted(round,
				newer.load().cpuPerStep().together(), baseline.load().cpuPerStep().together(),
				newer.load().stepsPerSecond(), baseline.load().stepsPerSecond()));
	}

}
