package io.coachflow.benchmarks.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Steps per second in the first seconds as an SVG: a line for each version, and a dashed
 * one where it ends up when warm.
 */
final class WarmUpPicture {

	private static final List<String> COLORS = List.of("#0b7285", "#f08c00");

	private static final double LEFT = 60;

	private static final double RIGHT = 620;

	private static final double TOP = 70;

	private static final double BOTTOM = 270;

	private static final int SECONDS_PER_TICK = 10;

	private final List<WarmUp> curves;

	private final int seconds;

	private final Scale scale;

	/** At least one curve, all of them of the same length. */
	WarmUpPicture(List<WarmUp> curves) {
		this.curves = curves;
		this.seconds = curves.getFirst().stepsPerSecond().size();
		this.scale = Scale.of(curves.stream()
			.flatMap((curve) -> Stream.concat(Stream.of(curve.warm()),
					curve.stepsPerSecond().stream().map(Long::doubleValue))),
				false);
	}

	String svg() {
		StringBuilder svg = new StringBuilder("""
				<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 320" width="640" height="320" \
				font-family="system-ui, 'Segoe UI', 'DejaVu Sans', sans-serif" font-size="11" fill="#868e96">
				<rect width="640" height="320" fill="#ffffff"/>
				<text x="20" y="28" font-size="14" font-weight="600" fill="#343a40">Accepted steps per second after \
				readiness, 32 connections</text>
				""");
		axes(svg);
		for (int i = 0; i < this.curves.size(); i++) {
			draw(svg, this.curves.get(i), COLORS.get(i), 20 + 300 * i);
		}
		return svg.append("</svg>\n").toString();
	}

	private void axes(StringBuilder svg) {
		for (double tick : this.scale.ticks()) {
			svg.append("<line x1=\"%s\" x2=\"%s\" y1=\"%3$s\" y2=\"%3$s\" stroke=\"#e9ecef\"/>%n".formatted(at(LEFT),
					at(RIGHT), at(y(tick))));
			svg.append("<text x=\"%s\" y=\"%s\" text-anchor=\"end\">%s</text>%n".formatted(at(LEFT - 6),
					at(y(tick) + 4), Scale.label(tick)));
		}
		for (int second = 0; second <= this.seconds; second += SECONDS_PER_TICK) {
			svg.append("<text x=\"%s\" y=\"%s\" text-anchor=\"middle\">%d s</text>%n".formatted(at(x(second)),
					at(BOTTOM + 18), second));
		}
	}

	private void draw(StringBuilder svg, WarmUp curve, String color, double legend) {
		// A second's count stands at its middle
		String points = IntStream.range(0, this.seconds)
			.mapToObj((second) -> at(x(second + 0.5)) + "," + at(y(curve.stepsPerSecond().get(second))))
			.collect(Collectors.joining(" "));
		svg.append("<line x1=\"%s\" x2=\"%s\" y1=\"%3$s\" y2=\"%3$s\" stroke=\"%4$s\" stroke-dasharray=\"4 4\"/>%n"
			.formatted(at(LEFT), at(RIGHT), at(y(curve.warm())), color));
		svg.append(
				"<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>%n".formatted(points, color));
		svg.append("<rect x=\"%s\" y=\"40\" width=\"10\" height=\"10\" rx=\"2\" fill=\"%s\"/>".formatted(at(legend),
				color));
		svg.append("<text x=\"%s\" y=\"49\">%s: %s in seconds 5 to 15, warm %s (dashed)</text>%n"
			.formatted(at(legend + 14), curve.version(), Figure.whole(curve.early()), Figure.whole(curve.warm())));
	}

	private double x(double second) {
		return LEFT + (RIGHT - LEFT) * second / this.seconds;
	}

	private double y(double value) {
		return BOTTOM - (BOTTOM - TOP) * this.scale.share(value);
	}

	private static String at(double coordinate) {
		return String.format(Locale.ROOT, "%.1f", coordinate);
	}

}
