package io.coachflow.benchmarks.report;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

import io.coachflow.benchmarks.load.LoadResult;

/**
 * When a machine was too busy with other things: what should be the same before and after
 * differs by more than a fifth, the hypervisor took more than a twentieth, or strangers
 * used more than a tenth of the cores.
 */
final class Noise {

	private static final double DIFFERENCE = 0.20;

	private static final double STOLEN = 0.05;

	private static final double FOREIGN = 0.10;

	private Noise() {
	}

	static List<String> of(Results results) {
		List<String> reasons = new ArrayList<>();
		for (Point point : results.points()) {
			String where = " around the sessions at %d connections".formatted(point.connections());
			compare(reasons, "inserts/s" + where, point.insertsBefore().perSecond(), point.insertsAfter().perSecond());
			compare(reasons, "cheapest calls/s" + where, point.callsBefore().perSecond(),
					point.callsAfter().perSecond());
			watch(reasons, "sessions at %d connections".formatted(point.connections()), point.sessions());
		}
		for (LoadResult open : results.open()) {
			watch(reasons, "open loop at %d connections".formatted(open.connections()), open);
		}
		Replay replay = results.replay();
		if (replay != null) {
			compare(reasons, "plain reads/s around the replays", replay.readsBefore(), replay.readsAfter());
		}
		Growth growth = results.growth();
		if (growth != null) {
			inTurn(reasons, "the empty log", "the big log", growth.runs());
		}
		Rebuild rebuild = results.rebuild();
		if (rebuild != null) {
			rebuild.quiet().forEach((run) -> watch(reasons, "without a rebuild", run));
			rebuild.during().forEach((run) -> watch(reasons, "beside a rebuild", run));
		}
		HangingModel model = results.model();
		if (model != null) {
			inTurn(reasons, "the service without a model", "the service whose model never answers", model.runs());
		}
		Comparison comparison = results.comparison();
		if (comparison != null) {
			rounds(reasons, "the new version", comparison.newer().rounds());
			rounds(reasons, "the baseline", comparison.baseline().rounds());
		}
		Peers peers = results.peers();
		if (peers != null) {
			peers.systems().forEach((system) -> rounds(reasons, system.name(), system.rounds()));
		}
		return reasons.stream().distinct().toList();
	}

	private static void inTurn(List<String> reasons, String base, String other, InTurn runs) {
		compare(reasons, "runs on " + base, runs.base());
		compare(reasons, "runs on " + other, runs.other());
		Stream.concat(runs.base().stream(), runs.other().stream())
			.forEach((run) -> watch(reasons, other + " against " + base, run));
	}

	/** Rates may swing here: CPU time is what counts. */
	private static void rounds(List<String> reasons, String version, List<Round> rounds) {
		DoubleSummaryStatistics micros = rounds.stream()
			.mapToDouble((round) -> 1000 * round.load().cpuPerStep().together())
			.summaryStatistics();
		compare(reasons, "CPU µs per step in the rounds of " + version, micros.getMin(), micros.getMax());
		rounds.forEach((round) -> watch(reasons, "a round of " + version, round.load()));
	}

	private static void compare(List<String> reasons, String what, List<LoadResult> runs) {
		double[] rates = runs.stream().mapToDouble(LoadResult::stepsPerSecond).toArray();
		compare(reasons, what, DoubleStream.of(rates).min().orElse(0), DoubleStream.of(rates).max().orElse(0));
	}

	/** The difference counts against the mean. */
	static void compare(List<String> reasons, String what, double one, double other) {
		double difference = Math.abs(one - other) / ((one + other) / 2);
		if (difference > DIFFERENCE) {
			reasons.add("%s differ by %.0f %%: %,.0f and %,.0f".formatted(what, 100 * difference, one, other));
		}
	}

	private static void watch(List<String> reasons, String what, LoadResult run) {
		if (run.cpu().stolenShare() > STOLEN) {
			reasons.add("%s: the hypervisor took %.0f %%".formatted(what, 100 * run.cpu().stolenShare()));
		}
		if (run.cpu().foreignShare() > FOREIGN) {
			reasons
				.add("%s: other processes used %.0f %% of the cores".formatted(what, 100 * run.cpu().foreignShare()));
		}
	}

}
