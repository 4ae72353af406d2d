package io.coachflow.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The first seconds after readiness, ten in a row. */
final class WarmUpTable {

	private static final int IN_A_ROW = 10;

	private final Table table;

	private final List<WarmUp> curves;

	private WarmUpTable(List<WarmUp> curves) {
		this.curves = curves;
		List<String> header = new ArrayList<>(List.of("seconds after readiness"));
		curves.forEach((curve) -> header.add("%s (%s)".formatted(curve.version(), curve.jar())));
		this.table = new Table("Warm-up, accepted steps in each second, 32 connections", header.toArray(String[]::new));
	}

	static Table of(List<WarmUp> curves) {
		return new WarmUpTable(curves).fill();
	}

	private Table fill() {
		row("steps/s in seconds 5 to 15 ÷ warm", (curve) -> Figure.number(curve.ratio()));
		row("steps/s in seconds 5 to 15", (curve) -> Figure.whole(curve.early()));
		row("steps/s when warm", (curve) -> Figure.whole(curve.warm()));
		int seconds = this.curves.getFirst().stepsPerSecond().size();
		for (int from = 0; from < seconds; from += IN_A_ROW) {
			int first = from;
			int last = Math.min(from + IN_A_ROW, seconds);
			row("%d to %d".formatted(first, last),
					(curve) -> curve.stepsPerSecond()
						.subList(first, last)
						.stream()
						.map(Figure::whole)
						.collect(Collectors.joining(" ")));
		}
		return this.table;
	}

	private void row(String name, Function<WarmUp, String> cell) {
		this.table.row(Stream.concat(Stream.of(name), this.curves.stream().map(cell)).toArray(String[]::new));
	}

}
