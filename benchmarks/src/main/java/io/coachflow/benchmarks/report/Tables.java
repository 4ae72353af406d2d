package io.coachflow.benchmarks.report;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

import io.coachflow.benchmarks.load.Latency;
import io.coachflow.benchmarks.load.LoadResult;

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
		lines.add(quietness());
		this.results.noise().forEach((reason) -> lines.add("  - " + reason));
		if (!this.results.violations().isEmpty()) {
			lines.add("CHECK FAILED: " + String.join("; ", this.results.violations()));
		}
		else if (this.results.checkedSteps() > 0) {
			lines.add("Log check: all %,d acknowledged steps are in the log once, nothing else is."
				.formatted(this.results.checkedSteps()));
		}
		return lines;
	}

	private String quietness() {
		if (this.results.checkedSteps() == 0) {
			return "No rates were measured.";
		}
		return this.results.noise().isEmpty() ? "The machine was quiet enough." : "TOO NOISY TO TRUST:";
	}

	private List<Table> tables() {
		List<Table> tables = new ArrayList<>();
		Comparison comparison = this.results.comparison();
		if (comparison != null) {
			tables.add(comparison.table());
		}
		if (!this.results.points().isEmpty()) {
			tables.add(SessionTables.cpu(this.results.points()));
		}
		if (!this.results.warmUps().isEmpty()) {
			tables.add(WarmUpTable.of(this.results.warmUps()));
		}
		Peers peers = this.results.peers();
		if (peers != null) {
			tables.addAll(PeerTables.of(peers));
		}
		Upgrade upgrade = this.results.upgrade();
		if (upgrade != null) {
			tables.add(upgrade.table());
		}
		if (this.results.ratios().stream().anyMatch(Ratio::measured)) {
			tables.add(targets());
		}
		if (!this.results.points().isEmpty()) {
			tables.add(SessionTables.closed(this.results.points()));
		}
		if (!this.results.open().isEmpty()) {
			tables.add(SessionTables.open(this.results.open()));
		}
		Table others = others();
		if (!others.isEmpty()) {
			tables.add(others);
		}
		return tables;
	}

	private Table targets() {
		Table table = new Table("Targets", "figure", "measured", "must", "goal", "verdict");
		for (Ratio ratio : this.results.ratios()) {
			table.row(ratio.name(), ratio.measured() ? Figure.number(ratio.value()) + unit(ratio) : "-",
					ratio.bound() + " " + Figure.number(ratio.must()) + unit(ratio),
					ratio.bound() + " " + Figure.number(ratio.goal()) + unit(ratio), ratio.verdict());
		}
		return table;
	}

	private Table others() {
		Table table = new Table("Readers, replay, growth, rebuild, model", "what", "figure");
		for (ReaderDelay delay : new ReaderDelay[] { this.results.quiet(), this.results.loaded() }) {
			if (delay != null) {
				String beside = "beside " + Figure.whole(delay.stepsPerSecond()) + " steps/s";
				table.row("step's answer to view in Redis, " + beside, "p50 %s ms, p99 %s ms"
					.formatted(Figure.number(delay.shown().p50()), Figure.number(delay.shown().p99())));
				delay.p99()
					.forEach((processor, p99) -> table.row(
							"commit to reader, %s, %s".formatted(processor.isEmpty() ? "all" : processor, beside),
							"p50 %s ms, p99 %s ms".formatted(
									Figure.number(Objects.requireNonNull(delay.p50().get(processor))),
									Figure.number(p99))));
			}
		}
		Replay replay = this.results.replay();
		if (replay != null) {
			table.row("plain batch reads of %,d events, before and after".formatted(replay.events()),
					Figure.whole(replay.readsBefore()) + ", " + Figure.whole(replay.readsAfter()) + " events/s");
			replay.rebuilds()
				.forEach((name, rate) -> table.row("replay for " + name + ", warm", Figure.whole(rate) + " events/s"));
		}
		Growth growth = this.results.growth();
		if (growth != null) {
			table.row("steps/s on an empty log, run by run", rates(growth.runs().base()));
			table.row("steps/s on a log of %,d events".formatted(growth.events()), rates(growth.runs().other()));
		}
		Rebuild rebuild = this.results.rebuild();
		if (rebuild != null) {
			table.row(
					"rebuild of the list of sessions from %,d events, beside %s steps/s".formatted(rebuild.events(),
							Figure.whole(rebuild.quiet().getFirst().offered())),
					Figure.whole(rebuild.seconds()) + " s");
			table.row("step p99 without it, run by run", p99(rebuild.quiet()));
			table.row("step p99 beside it", p99(rebuild.during()));
			table.row("rows that equal the fold of the log", Figure.whole(rebuild.rows()));
		}
		HangingModel model = this.results.model();
		if (model != null) {
			table.row("steps/s without a model, run by run", rates(model.runs().base()));
			table.row("steps/s with one that never answers", rates(model.runs().other()));
			table.row("step p99 with it", p99(model.runs().other()));
			table.row("step p99 with it, in the first seconds of a process", p99(List.of(model.first())));
			table.row("the longest steps with it", millis(model.runs().other(), Latency::max));
		}
		return table;
	}

	private static String p99(List<LoadResult> runs) {
		return millis(runs, Latency::p99);
	}

	private static String millis(List<LoadResult> runs, ToDoubleFunction<Latency> figure) {
		return runs.stream()
			.map((run) -> Figure.number(figure.applyAsDouble(run.latency())))
			.collect(Collectors.joining(", ")) + " ms";
	}

	private static String rates(List<LoadResult> runs) {
		return runs.stream().map((run) -> Figure.whole(run.stepsPerSecond())).collect(Collectors.joining(", "));
	}

	private static String unit(Ratio ratio) {
		return ratio.unit().isEmpty() ? "" : " " + ratio.unit();
	}

}
