package io.coachflow.console.operations;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A small line of values over time, as the points of SVG polylines, in a field of
 * {@value #WIDTH} by {@value #HEIGHT}.
 *
 * @param lines one for each stretch without a gap
 * @param highest the highest value, which touches the top; 0 without values
 */
record Sparkline(List<String> lines, double highest) {

	static final int WIDTH = 240;

	static final int HEIGHT = 48;

	/** So that no line is cut at the edge. */
	private static final int MARGIN = 2;

	/**
	 * A value at a time.
	 *
	 * @param value NaN for a gap
	 */
	record Point(Instant at, double value) {
	}

	static Sparkline of(List<Point> points, Instant from, Instant to) {
		double highest = points.stream()
			.mapToDouble(Point::value)
			.filter((value) -> !Double.isNaN(value))
			.max()
			.orElse(0);
		List<String> lines = new ArrayList<>();
		List<Point> stretch = new ArrayList<>();
		for (Point point : points) {
			if (!Double.isNaN(point.value())) {
				stretch.add(point);
				continue;
			}
			draw(stretch, from, to, highest, lines);
			stretch.clear();
		}
		draw(stretch, from, to, highest, lines);
		return new Sparkline(List.copyOf(lines), highest);
	}

	private static void draw(List<Point> stretch, Instant from, Instant to, double highest, List<String> lines) {
		if (stretch.isEmpty()) {
			return;
		}
		StringBuilder line = new StringBuilder();
		for (Point point : stretch) {
			append(line, x(point.at(), from, to), y(point.value(), highest));
		}
		if (stretch.size() == 1) {
			// A line of one point would be invisible
			append(line, x(stretch.getFirst().at(), from, to) + 1, y(stretch.getFirst().value(), highest));
		}
		lines.add(line.toString());
	}

	private static void append(StringBuilder line, double x, double y) {
		if (!line.isEmpty()) {
			line.append(' ');
		}
		line.append(String.format(Locale.ROOT, "%.1f,%.1f", x, y));
	}

	private static double x(Instant at, Instant from, Instant to) {
		double all = Math.max(1, Duration.between(from, to).toMillis());
		double share = Math.clamp(Duration.between(from, at).toMillis() / all, 0, 1);
		return MARGIN + share * (WIDTH - 2 * MARGIN);
	}

	private static double y(double value, double highest) {
		double share = (highest > 0) ? Math.clamp(value / highest, 0, 1) : 0;
		return HEIGHT - MARGIN - share * (HEIGHT - 2 * MARGIN);
	}

}
