package io.coachflow.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * An axis from its lowest to its highest tick.
 */
record Scale(double low, double high, boolean logarithmic) {

	private static final int LINES = 5;

	/** The axis that holds all values: from 0, or from a power of ten to another. */
	static Scale of(Stream<Double> values, boolean logarithmic) {
		List<Double> sorted = values.filter((value) -> value > 0).sorted().toList();
		if (sorted.isEmpty()) {
			return new Scale(0, 1, false);
		}
		if (logarithmic) {
			double low = Math.pow(10, Math.floor(Math.log10(sorted.getFirst())));
			return new Scale(low, Math.max(10 * low, Math.pow(10, Math.ceil(Math.log10(sorted.getLast())))), true);
		}
		double step = step(sorted.getLast());
		return new Scale(0, step * Math.ceil(sorted.getLast() / step), false);
	}

	/** Where a value stands, from 0 at the lowest tick to 1 at the highest. */
	double share(double value) {
		if (this.logarithmic) {
			return Math.log10(Math.max(value, this.low) / this.low) / Math.log10(this.high / this.low);
		}
		return value / this.high;
	}

	List<Double> ticks() {
		List<Double> ticks = new ArrayList<>();
		double step = this.logarithmic ? 0 : step(this.high);
		for (double tick = this.low; tick <= this.high * 1.0001; tick = this.logarithmic ? tick * 10 : tick + step) {
			ticks.add(tick);
		}
		return ticks;
	}

	/** A number as short as it may be: 1.2k, 340, 5.6, 0.07. */
	static String label(double value) {
		if (value >= 1000) {
			return String.format(Locale.ROOT, (value >= 10_000 || value % 1000 == 0) ? "%.0fk" : "%.1fk", value / 1000);
		}
		String format = (value >= 10 || value == 0) ? "%.0f" : (value >= 1) ? "%.1f" : "%.2f";
		return String.format(Locale.ROOT, format, value);
	}

	/** 1, 2 or 5 times a power of ten, so that there are about five lines. */
	private static double step(double highest) {
		double power = Math.pow(10, Math.floor(Math.log10(highest / LINES)));
		double rough = highest / LINES / power;
		return power * ((rough <= 1) ? 1 : (rough <= 2) ? 2 : (rough <= 5) ? 5 : 10);
	}

}
