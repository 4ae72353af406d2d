package io.coachflow.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A bar chart, grouped or stacked, with a linear or a logarithmic axis.
 */
final class Chart {

	private static final double WIDTH = 380;

	private static final double TOP = 150;

	private static final double BOTTOM = 410;

	private static final double AXIS = 46;

	private final List<Series> series = new ArrayList<>();

	private final String title;

	private final String unit;

	private final List<String> groups;

	private final boolean logarithmic;

	private boolean stacked;

	Chart(String title, String unit, List<String> groups, boolean logarithmic) {
		this.title = title;
		this.unit = unit;
		this.groups = groups;
		this.logarithmic = logarithmic;
	}

	/** Puts the series of a group on top of one another. */
	Chart stacked() {
		this.stacked = true;
		return this;
	}

	/** Adds a series, a value for each group. */
	void bars(String name, String color, List<Double> values) {
		this.series.add(new Series(name, color, values));
	}

	/** Draws with the left edge there. */
	String svg(double left) {
		StringBuilder svg = new StringBuilder("<g transform=\"translate(%s 0)\">%n".formatted(at(left)));
		svg.append("<text x=\"0\" y=\"90\" font-size=\"14\" font-weight=\"600\">%s</text>%n".formatted(this.title));
		legend(svg);
		if (this.groups.isEmpty()) {
			return svg.append("<text x=\"0\" y=\"%s\" fill=\"#868e96\">not measured</text>%n</g>%n".formatted(at(TOP)))
				.toString();
		}
		Scale scale = Scale.of(tops(), this.logarithmic);
		for (double tick : scale.ticks()) {
			double y = y(scale, tick);
			svg.append("<line x1=\"%s\" x2=\"%s\" y1=\"%3$s\" y2=\"%3$s\" stroke=\"#e9ecef\"/>%n".formatted(at(AXIS),
					at(WIDTH), at(y)));
			svg.append("<text x=\"%s\" y=\"%s\" text-anchor=\"end\" fill=\"#868e96\" font-size=\"11\">%s</text>%n"
				.formatted(at(AXIS - 6), at(y + 4), Scale.label(tick)));
		}
		svg.append("<text x=\"%s\" y=\"%s\" text-anchor=\"end\" fill=\"#868e96\" font-size=\"11\">%s</text>%n"
			.formatted(at(AXIS - 6), at(TOP - 12), this.unit));
		double band = (WIDTH - AXIS) / this.groups.size();
		for (int group = 0; group < this.groups.size(); group++) {
			double x = AXIS + band * group;
			drawGroup(svg, scale, group, x + band * 0.12, band * 0.76);
			svg.append("<text x=\"%s\" y=\"%s\" text-anchor=\"middle\">%s</text>%n".formatted(at(x + band / 2),
					at(BOTTOM + 18), this.groups.get(group)));
		}
		svg.append("<text x=\"%s\" y=\"%s\" text-anchor=\"middle\" fill=\"#868e96\">connections</text>%n"
			.formatted(at((AXIS + WIDTH) / 2), at(BOTTOM + 38)));
		return svg.append("</g>\n").toString();
	}

	private void legend(StringBuilder svg) {
		double x = 0;
		for (Series bars : this.series) {
			svg.append("<rect x=\"%s\" y=\"102\" width=\"10\" height=\"10\" rx=\"2\" fill=\"%s\"/>".formatted(at(x),
					bars.color));
			svg.append("<text x=\"%s\" y=\"111\" font-size=\"11\">%s</text>%n".formatted(at(x + 14), bars.name));
			x += 26 + 5.6 * bars.name.length();
		}
	}

	private void drawGroup(StringBuilder svg, Scale scale, int group, double left, double width) {
		double each = this.stacked ? width * 0.7 : width / this.series.size();
		double sum = 0;
		for (int i = 0; i < this.series.size(); i++) {
			Series bars = this.series.get(i);
			double value = bars.values.get(group);
			double base = this.stacked ? y(scale, sum) : BOTTOM;
			sum += value;
			double top = y(scale, this.stacked ? sum : value);
			double x = this.stacked ? left + width * 0.15 : left + each * i;
			svg.append("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\"><title>%s: %s</title></rect>%n"
				.formatted(at(x), at(top), at(each - 1.5), at(Math.max(0, base - top)), bars.color, bars.name,
						Scale.label(value)));
			if (!this.stacked || i == this.series.size() - 1) {
				svg.append("<text x=\"%s\" y=\"%s\" text-anchor=\"middle\" font-size=\"8\">%s</text>%n"
					.formatted(at(x + each / 2), at(top - 4), Scale.label(this.stacked ? sum : value)));
			}
		}
	}

	private Stream<Double> tops() {
		Stream<List<Double>> values = this.series.stream().map((bars) -> bars.values);
		return this.stacked ? Stream.of(values.reduce(List.of(), Chart::sums)).flatMap(List::stream)
				: values.flatMap(List::stream);
	}

	private static List<Double> sums(List<Double> some, List<Double> more) {
		List<Double> sums = new ArrayList<>();
		for (int i = 0; i < more.size(); i++) {
			sums.add(more.get(i) + (some.isEmpty() ? 0 : some.get(i)));
		}
		return sums;
	}

	private static double y(Scale scale, double value) {
		return BOTTOM - (BOTTOM - TOP) * scale.share(value);
	}

	private static String at(double coordinate) {
		return String.format(Locale.ROOT, "%.1f", coordinate);
	}

	private record Series(String name, String color, List<Double> values) {

	}

}
