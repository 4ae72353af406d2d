package io.coachflow.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

import org.jspecify.annotations.Nullable;

/** Which figures have targets, and how they are computed. */
final class Ratios {

	private static final int CONNECTIONS = 32;

	private Ratios() {
	}

	static List<Ratio> of(Results results) {
		List<Ratio> ratios = new ArrayList<>();
		Comparison comparison = results.comparison();
		if (comparison != null) {
			ratios.addAll(BaselineRatios.of(comparison));
		}
		if (!results.warmUps().isEmpty()) {
			ratios.add(new Ratio("steps/s in seconds 5 to 15 after readiness ÷ warm",
					results.warmUps().getFirst().ratio(), 0.50, 0.80, ""));
		}
		ratios.add(new Ratio("accepted steps/s ÷ durable single-row inserts/s, 32 connections",
				at(results, CONNECTIONS, (point) -> point.sessions().stepsPerSecond() / point.inserts()), 0.30, 0.45,
				""));
		ratios.add(new Ratio("accepted steps/s ÷ cheapest authenticated calls/s, 32 connections",
				at(results, CONNECTIONS, (point) -> point.sessions().stepsPerSecond() / point.calls()), 0.40, 0.60,
				""));
		ratios.add(new Ratio("step p50 at one connection ÷ commit latency of one client",
				at(results, 1, (point) -> point.sessions().latency().p50() / point.commitMillis()), 3, 2, ""));
		ratios.add(replay(results, "session-view", 0.40, 0.60));
		ratios.add(replay(results, "session-list", 0.15, 0.25));
		ratios.add(new Ratio("throughput on the big log ÷ on an empty one, 32 connections",
				(results.growth() != null) ? results.growth().runs().ratio() : Double.NaN, 0.95, 1.0, ""));
		ratios.add(reader("commit to reader p99 on the same node, 20 steps/s", results.quiet()));
		ratios.add(reader("commit to reader p99 on the same node, half of the throughput", results.loaded()));
		Rebuild rebuild = results.rebuild();
		ratios.add(new Ratio("step p99 beside a rebuild ÷ without, half of the throughput",
				(rebuild != null) ? rebuild.ratio() : Double.NaN, 2, 1.5, ""));
		HangingModel model = results.model();
		ratios.add(new Ratio("step p99 with a model that never answers, above its budget of time",
				(model != null) ? model.aboveBudget() : Double.NaN, 100, 50, "ms"));
		ratios.add(new Ratio("throughput with a model that never answers ÷ without a model, 32 connections",
				(model != null) ? model.runs().ratio() : Double.NaN, 0.90, 0.95, ""));
		Peers peers = results.peers();
		if (peers != null) {
			ratios.addAll(PeerRatios.of(peers));
		}
		return ratios;
	}

	private static Ratio replay(Results results, String readModel, double must, double goal) {
		Replay replay = results.replay();
		Double rate = (replay != null) ? replay.rebuilds().get(readModel) : null;
		return new Ratio("replay events/s ÷ batch read rate, " + readModel + ", warm",
				(replay != null && rate != null) ? rate / replay.reads() : Double.NaN, must, goal, "");
	}

	private static Ratio reader(String name, @Nullable ReaderDelay delay) {
		return new Ratio(name, (delay != null) ? delay.worstP99() : Double.NaN, 50, 20, "ms");
	}

	private static double at(Results results, int connections, ToDoubleFunction<Point> figure) {
		return results.points()
			.stream()
			.filter((point) -> point.connections() == connections)
			.mapToDouble(figure)
			.findAny()
			.orElse(Double.NaN);
	}

}
