package io.coachflow.console.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Lines over the same places, from left to right, to one scale.
 *
 * @param top the scale's upper end, as people read it
 * @param first the first place's label; empty if there is none
 * @param last the last place's label; empty if there are fewer than two
 */
public record LineChart(int width, int height, int left, int right, int baseline, int ceiling, String top, String first,
		String last, List<Line> lines) {

	private static final int WIDTH = 640;

	private static final int HEIGHT = 240;

	private static final int LEFT = 70;

	private static final int RIGHT = WIDTH - 12;

	private static final int CEILING = 16;

	private static final int BASELINE = HEIGHT - 32;

	/** Values of one kind, one for each place. */
	public record Series(String name, List<? extends Number> values) {
	}

	/**
	 * A line.
	 *
	 * @param number from one on, for its colour and dashes
	 * @param points the attribute of a {@code polyline}
	 */
	public record Line(String name, int number, String points, List<Point> marks) {
	}

	/** Where a value is. */
	public record Point(double x, double y) {
	}

	/** Draws lines to one scale, which begins at zero. */
	public static LineChart of(List<String> labels, List<Series> series, Locale locale) {
		Scale scale = Scale.of(series.stream()
			.flatMap((it) -> it.values().stream())
			.mapToDouble(Number::doubleValue)
			.filter(Double::isFinite)
			.max()
			.orElse(0));
		List<Line> lines = new ArrayList<>();
		for (Series it : series) {
			List<Point> points = points(it.values(), scale);
			lines.add(new Line(it.name(), lines.size() + 1,
					points.stream().map((point) -> point.x() + "," + point.y()).collect(Collectors.joining(" ")),
					points));
		}
		return new LineChart(WIDTH, HEIGHT, LEFT, RIGHT, BASELINE, CEILING, Numbers.shortText(scale.top(), locale),
				labels.isEmpty() ? "" : labels.getFirst(), (labels.size() > 1) ? labels.getLast() : "",
				List.copyOf(lines));
	}

	private static List<Point> points(List<? extends Number> values, Scale scale) {
		List<Point> points = new ArrayList<>();
		for (Number value : values) {
			// One place alone is in the middle, where it does not look like a beginning
			double share = (values.size() > 1) ? (double) points.size() / (values.size() - 1) : 0.5;
			double x = Math.round((LEFT + share * (RIGHT - LEFT)) * 10) / 10.0;
			points.add(new Point(x,
					Math.round((BASELINE - scale.length(value.doubleValue(), BASELINE - CEILING)) * 10) / 10.0));
		}
		return List.copyOf(points);
	}

}
