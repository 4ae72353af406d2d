package io.coachflow.query.analytics;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * A CSV table (RFC 4180). A cell that a spreadsheet would run as a formula is prefixed
 * with an apostrophe.
 */
final class Csv {

	private final List<String> lines = new ArrayList<>();

	Csv row(List<? extends @Nullable Object> cells) {
		this.lines.add(cells.stream().map(Csv::cell).collect(Collectors.joining(",")));
		return this;
	}

	private static String cell(@Nullable Object value) {
		String text = Objects.toString(value, "");
		if (!(value instanceof Number) && !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0) {
			text = "'" + text;
		}
		return text.chars().anyMatch((it) -> ",\"\r\n".indexOf(it) >= 0) ? "\"" + text.replace("\"", "\"\"") + "\""
				: text;
	}

	@Override
	public String toString() {
		return this.lines.stream().map((line) -> line + "\r\n").collect(Collectors.joining());
	}

}
