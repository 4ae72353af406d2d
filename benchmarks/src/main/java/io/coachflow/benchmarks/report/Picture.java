package io.coachflow.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

import io.coachflow.benchmarks.load.CpuPerStep;
import io.coachflow.benchmarks.load.LoadResult;

/**
 * The results as an SVG of three charts side by side: CPU per step, throughput beside its
 * limits, latency; each by connections.
 */
final class Picture {

	private static final String STEPS = "#0b7285";

	private static final String CALLS = "#74b816";

	private static final String INSERTS = "#adb5bd";

	private final Results results;

	Picture(Results results) {
		this.results = results;
	}

	String svg() {
		StringBuilder svg = new StringBuilder("""
				<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1320 470" width="1320" height="470" \
				font-family="system-ui, 'Segoe UI', 'DejaVu Sans', sans-serif" font-size="12" fill="#343a40">
				<rect width="1320" height="470" fill="#ffffff"/>
				""");
		svg.append("<text x=\"30\" y=\"34\" font-size=\"18\" font-weight=\"600\">Coachflow under load</text>\n");
		svg.append("<text x=\"30\" y=\"54\" fill=\"#868e96\">%s · %s, %d cores · commit %s%s</text>%n".formatted(
				this.results.time().toString().substring(0, 10), escape(this.results.machine().processor()),
				this.results.machine().cores(), escape(this.results.commit()),
				this.results.noise().isEmpty() ? "" : " · too noisy to trust"));
		svg.append(cpu().svg(30)).append(throughput().svg(470)).append(latency().svg(910));
		return svg.append("</svg>\n").toString();
	}

	private Chart throughput() {
		Chart chart = new Chart("Throughput, closed loop", "per second", groups(this.results.points()), false);
		chart.bars("accepted steps", STEPS, figures((point) -> point.sessions().stepsPerSecond()));
		chart.bars("cheapest calls", CALLS, figures(Point::calls));
		chart.bars("durable inserts, one row each", INSERTS, figures(Point::inserts));
		return chart;
	}

	private Chart latency() {
		List<LoadResult> runs = loaded();
		List<String> groups = runs.stream().map((run) -> Integer.toString(run.connections())).toList();
		Chart chart = new Chart("Step latency, open loop at 80 % of the throughput", "ms", groups, true);
		chart.bars("p50", "#a5d8ff", runs.stream().map((run) -> run.latency().p50()).toList());
		chart.bars("p90", "#4dabf7", runs.stream().map((run) -> run.latency().p90()).toList());
		chart.bars("p99", "#1971c2", runs.stream().map((run) -> run.latency().p99()).toList());
		chart.bars("p99.9", "#0b3d71", runs.stream().map((run) -> run.latency().p999()).toList());
		return chart;
	}

	private Chart cpu() {
		Chart chart = new Chart("CPU per accepted step", "ms", groups(this.results.points()), false).stacked();
		chart.bars("service", STEPS, cpu(CpuPerStep::service));
		chart.bars("PostgreSQL", "#4263eb", cpu(CpuPerStep::postgres));
		chart.bars("Redis", "#e03131", cpu(CpuPerStep::redis));
		chart.bars("JIT", "#fab005", cpu(CpuPerStep::jit));
		chart.bars("client", "#ced4da", cpu(CpuPerStep::client));
		return chart;
	}

	/** Of each number of connections the run with the highest rate. */
	private List<LoadResult> loaded() {
		List<LoadResult> runs = new ArrayList<>();
		for (LoadResult run : this.results.open()) {
			if (!runs.isEmpty() && runs.getLast().connections() == run.connections()) {
				runs.removeLast();
			}
			runs.add(run);
		}
		return runs;
	}

	private List<Double> cpu(ToDoubleFunction<CpuPerStep> process) {
		return figures((point) -> process.applyAsDouble(point.sessions().cpuPerStep()));
	}

	private List<Double> figures(Function<Point, Double> figure) {
		return this.results.points().stream().map(figure).toList();
	}

	private static List<String> groups(List<Point> points) {
		return points.stream().map((point) -> Integer.toString(point.connections())).toList();
	}

	private static String escape(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;");
	}

}
