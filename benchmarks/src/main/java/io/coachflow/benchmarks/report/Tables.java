package io.coachflow.benchmarks.report;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import io.coachflow.benchmarks.load.LoadResult;
import io.coachflow.benchmarks.machine.CpuTimes;

/** The results in words and tables. */
final class Tables {

	private final Results results;

	Tables(Results results) {
		this.results = results;
	}

	String text() {
		return String.join("\n", summary()) + "\n\n"
				+ tables().stream().map(Table::text).collect(Collectors.joining("\n"));
	}

	String markdown() {
		return summary().stream()
			.map((line) -> line.startsWith("  ") ? line : "- " + line)
			.collect(Collectors.joining("\n")) + "\n\n"
				+ tables().stream().map(Table::markdown).collect(Collectors.joining("\n"));
	}

	private List<String> summary() {
		List<String> lines = new ArrayList<>();
		lines.add("%s, commit %s, %s run".formatted(this.results.time().truncatedTo(ChronoUnit.MINUTES),
				this.results.commit(), this.results.quick() ? "quick" : "full"));
		lines.add("%s, %d cores, %d GiB, %s, Java %s".formatted(this.results.machine().processor(),
				this.results.machine().cores(), this.results.machine().memoryGiB(), this.results.machine().system(),
				this.results.machine().java()));
		lines.add(this.results.settings()
			.entrySet()
			.stream()
			.map((setting) -> setting.getKey() + " " + setting.getValue())
			.collect(Collectors.joining(", ")));
		lines.add(this.results.noise().isEmpty() ? "The machine was quiet enough." : "TOO NOISY TO TRUST:");
		this.results.noise().forEach((reason) -> lines.add("  - " + reason));
		lines.add(this.results.violations().isEmpty()
				? "Log check: all %,d acknowledged steps are in the log once, nothing else is."
					.formatted(this.results.checkedSteps())
				: "LOG CHECK FAILED: " + String.join("; ", this.results.violations()));
		return lines;
	}

	private List<Table> tables() {
		List<Table> tables = new ArrayList<>(List.of(targets()));
		if (!this.results.points().isEmpty()) {
			tables.add(closed());
			tables.add(cpu());
		}
		if (!this.results.open().isEmpty()) {
			tables.add(open());
		}
		tables.add(others());
		return tables;
	}

	private Table targets() {
		Table table = new Table("Targets", "figure", "measured", "must", "goal", "verdict");
		for (Ratio ratio : this.results.ratios()) {
			table.row(ratio.name(), Double.isNaN(ratio.value()) ? "-" : number(ratio.value()) + unit(ratio),
					ratio.bound() + " " + number(ratio.must()) + unit(ratio),
					ratio.bound() + " " + number(ratio.goal()) + unit(ratio), ratio.verdict());
		}
		return table;
	}

	private Table closed() {
		Table table = new Table("Sessions, closed loop; step latency in ms", "connections", "steps/s", "p50", "p90",
				"p99", "p99.9", "failures", "inserts/s before, after", "cheapest calls/s before, after");
		for (Point point : this.results.points()) {
			LoadResult run = point.sessions();
			table.row(Integer.toString(point.connections()), whole(run.stepsPerSecond()), number(run.latency().p50()),
					number(run.latency().p90()), number(run.latency().p99()), number(run.latency().p999()),
					Long.toString(run.failures()),
					whole(point.insertsBefore().perSecond()) + ", " + whole(point.insertsAfter().perSecond()),
					whole(point.callsBefore().perSecond()) + ", " + whole(point.callsAfter().perSecond()));
		}
		return table;
	}

	private Table cpu() {
		Table table = new Table("CPU ms per accepted step (with its share of start and complete), closed loop",
				"connections", "Java", "PostgreSQL", "Redis", "client", "cores busy", "stolen", "strangers");
		for (Point point : this.results.points()) {
			LoadResult run = point.sessions();
			CpuTimes cpu = run.cpu();
			table.row(Integer.toString(point.connections()), number(run.perStep(cpu.java())),
					number(run.perStep(cpu.postgres())), number(run.perStep(cpu.redis())),
					number(run.perStep(cpu.client())), percent(cpu.busy() / cpu.total()), percent(cpu.stolenShare()),
					percent(cpu.foreignShare()));
		}
		return table;
	}

	private Table open() {
		Table table = new Table(
				"Sessions, open loop; step latency in ms from the moment each was due (no coordinated omission)",
				"connections", "offered steps/s", "accepted", "p50", "p90", "p99", "p99.9", "max", "failures");
		for (LoadResult run : this.results.open()) {
			table.row(Integer.toString(run.connections()), whole(run.offered()), whole(run.stepsPerSecond()),
					number(run.latency().p50()), number(run.latency().p90()), number(run.latency().p99()),
					number(run.latency().p999()), number(run.latency().max()), Long.toString(run.failures()));
		}
		return table;
	}

	private Table others() {
		Table table = new Table("Readers, replay, growth", "what", "figure");
		for (ReaderDelay delay : new ReaderDelay[] { this.results.quiet(), this.results.loaded() }) {
			if (delay != null) {
				String beside = "beside " + whole(delay.stepsPerSecond()) + " steps/s";
				table.row("step's answer to view in Redis, " + beside,
						"p50 %s ms, p99 %s ms".formatted(number(delay.shown().p50()), number(delay.shown().p99())));
				delay.p99()
					.forEach((processor, p99) -> table.row("commit to reader " + processor + ", " + beside,
							"p50 %s ms, p99 %s ms".formatted(number(delay.p50().get(processor)), number(p99))));
			}
		}
		Replay replay = this.results.replay();
		if (replay != null) {
			table.row("plain batch reads of %,d events, before and after".formatted(replay.events()),
					whole(replay.readsBefore()) + ", " + whole(replay.readsAfter()) + " events/s");
			replay.processors()
				.forEach((processor, rate) -> table.row("replay by " + processor, whole(rate) + " events/s"));
		}
		Growth growth = this.results.growth();
		if (growth != null) {
			table.row("steps/s on an empty log, run by run", rates(growth.empty()));
			table.row("steps/s on a log of %,d events".formatted(growth.events()), rates(growth.big()));
		}
		return table;
	}

	private static String rates(List<LoadResult> runs) {
		return runs.stream().map((run) -> whole(run.stepsPerSecond())).collect(Collectors.joining(", "));
	}

	private static String unit(Ratio ratio) {
		return ratio.unit().isEmpty() ? "" : " " + ratio.unit();
	}

	private static String number(double value) {
		return ((value < 10) ? "%.2f" : "%,.1f").formatted(value);
	}

	private static String whole(double value) {
		return "%,.0f".formatted(value);
	}

	private static String percent(double share) {
		return "%.1f %%".formatted(100 * share);
	}

}
