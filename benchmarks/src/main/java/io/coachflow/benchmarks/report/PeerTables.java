package io.coachflow.benchmarks.report;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

import io.coachflow.benchmarks.load.CpuPerStep;

/** Ours and its peers, a column each. */
final class PeerTables {

	private final Peers peers;

	private final Table table;

	private PeerTables(Peers peers) {
		this.peers = peers;
		this.table = new Table(
				"Beside the peers, %d rounds each, 32 connections".formatted(peers.ours().rounds().size()),
				Stream.concat(Stream.of("median of the rounds"), peers.systems().stream().map(SystemRuns::name))
					.toArray(String[]::new));
	}

	static List<Table> of(Peers peers) {
		return List.of(new PeerTables(peers).systems(), inserts(peers.inserts()));
	}

	private Table systems() {
		number("CPU ms per step: service, PostgreSQL, Redis", SystemRuns::cpuMillis);
		cpu("- service without HotSpot's JIT", CpuPerStep::service);
		cpu("- PostgreSQL", CpuPerStep::postgres);
		cpu("- Redis", CpuPerStep::redis);
		cpu("apart: HotSpot's JIT", CpuPerStep::jit);
		cpu("apart: client", CpuPerStep::client);
		row("steps/s", (system) -> Figure.whole(Spread.of(system.rates()).median()));
		row("steps/s, smallest to largest", (system) -> {
			Spread rates = Spread.of(system.rates());
			return Figure.whole(rates.min()) + " to " + Figure.whole(rates.max());
		});
		row("steps/s: ours ÷ it",
				(system) -> Figure.number(Compared.of("", this.peers.ours().rates(), system.rates()).ratio().median()));
		number("step p50 at one connection, ms", SystemRuns::singleMillis);
		row("steps/s in seconds 10 to 30 after readiness", (system) -> Figure.whole(system.early()));
		row("the same: ours ÷ it", (system) -> Figure.number(this.peers.ours().early() / system.early()));
		row("seconds until readiness", (system) -> Figure.number(system.startup().seconds()));
		row("calls that failed",
				(system) -> Figure.whole(system.rounds().stream().mapToLong((round) -> round.load().failures()).sum()));
		row("two answers to a step at once: one refused",
				(system) -> "%d of %d".formatted(system.oneRefused(), system.races()));
		return this.table;
	}

	private static Table inserts(List<Inserts> rounds) {
		Table table = new Table("Durable single-row inserts beside the peers", "median of the rounds", "figure");
		table.row("inserts/s, 32 connections", Figure.whole(median(rounds, (round) -> round.crowd().perSecond())));
		table.row("CPU ms per insert: PostgreSQL and the inserting process",
				Figure.number(median(rounds, Inserts::cpuMillis)));
		table.row("- PostgreSQL", Figure.number(median(rounds, Inserts::postgresMillis)));
		table.row("- the inserting process", Figure.number(median(rounds, Inserts::inserterMillis)));
		table.row("commit p50 of one client, ms",
				Figure.number(median(rounds, (round) -> round.single().latency().p50())));
		return table;
	}

	private static double median(List<Inserts> rounds, ToDoubleFunction<Inserts> figure) {
		return Spread.of(rounds.stream().map(figure::applyAsDouble).toList()).median();
	}

	private void cpu(String name, ToDoubleFunction<CpuPerStep> process) {
		number(name,
				(system) -> system.rounds()
					.stream()
					.map((round) -> process.applyAsDouble(round.load().cpuPerStep()))
					.toList());
	}

	private void number(String name, Function<SystemRuns, List<Double>> values) {
		row(name, (system) -> Figure.number(Spread.of(values.apply(system)).median()));
	}

	private void row(String name, Function<SystemRuns, String> cell) {
		this.table.row(Stream.concat(Stream.of(name), this.peers.systems().stream().map(cell)).toArray(String[]::new));
	}

}
