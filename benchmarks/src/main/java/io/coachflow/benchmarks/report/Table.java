package io.coachflow.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A titled table of words, as plain text or as Markdown. The first column is for names.
 */
final class Table {

	private final String title;

	private final List<String> header;

	private final List<List<String>> rows = new ArrayList<>();

	Table(String title, String... header) {
		this.title = title;
		this.header = List.of(header);
	}

	void row(String... cells) {
		this.rows.add(List.of(cells));
	}

	boolean isEmpty() {
		return this.rows.isEmpty();
	}

	String text() {
		List<Integer> widths = IntStream.range(0, this.header.size()).mapToObj(this::width).toList();
		String rule = widths.stream().map("-"::repeat).collect(Collectors.joining("-+-"));
		StringBuilder text = new StringBuilder(this.title).append('\n');
		text.append(line(this.header, widths)).append('\n').append(rule).append('\n');
		this.rows.forEach((row) -> text.append(line(row, widths)).append('\n'));
		return text.toString();
	}

	String markdown() {
		StringBuilder text = new StringBuilder("### ").append(this.title).append("\n\n");
		text.append("| ").append(String.join(" | ", this.header)).append(" |\n|---|");
		text.append("---:|".repeat(this.header.size() - 1)).append('\n');
		this.rows.forEach((row) -> text.append("| ").append(String.join(" | ", row)).append(" |\n"));
		return text.toString();
	}

	private int width(int column) {
		return IntStream
			.concat(IntStream.of(this.header.get(column).length()),
					this.rows.stream().mapToInt((row) -> row.get(column).length()))
			.max()
			.orElse(0);
	}

	private static String line(List<String> cells, List<Integer> widths) {
		return IntStream.range(0, cells.size())
			.mapToObj((i) -> ("%" + ((i == 0) ? "-" : "") + widths.get(i) + "s").formatted(cells.get(i)))
			.collect(Collectors.joining(" | "));
	}

}
