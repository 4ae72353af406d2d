package io.coachflow.console.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Horizontal bars, one below the other, with the label above each.
 *
 * @param width of the view box
 * @param height of the view box
 */
public record BarChart(int width, int height, List<Bar> bars) {

	private static final int WIDTH = 640;

	/** Room for the value to the right of the longest bar. */
	private static final int VALUE = 110;

	private static final int ROW = 48;

	private static final int THICKNESS = 18;

	/**
	 * What a bar stands for.
	 *
	 * @param text the value as people read it
	 */
	public record Datum(String label, double value, String text) {
	}

	/**
	 * A bar. Its upper left corner is at the left edge.
	 *
	 * @param labelY the label's base line
	 * @param valueX where the value's text begins
	 */
	public record Bar(String label, String text, int labelY, int y, double width, int height, double valueX,
			int valueY) {
	}

	/** Draws values to one scale, which begins at zero. */
	public static BarChart of(List<Datum> data) {
		Scale scale = Scale.of(data.stream().mapToDouble(Datum::value).max().orElse(0));
		List<Bar> bars = new ArrayList<>();
		for (Datum datum : data) {
			int row = bars.size() * ROW;
			double width = scale.length(datum.value(), WIDTH - VALUE);
			bars.add(new Bar(datum.label(), datum.text(), row + 16, row + 22, width, THICKNESS, width + 8, row + 36));
		}
		return new BarChart(WIDTH, Math.max(ROW, bars.size() * ROW), List.copyOf(bars));
	}

}
