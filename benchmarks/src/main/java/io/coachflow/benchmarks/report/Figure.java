package io.coachflow.benchmarks.report;

import java.util.Locale;

/** How figures are written in tables. */
final class Figure {

	private Figure() {
	}

	/** Three digits or so. */
	static String number(double value) {
		return String.format(Locale.ROOT, (value < 10) ? "%.2f" : "%,.1f", value);
	}

	static String whole(double value) {
		return String.format(Locale.ROOT, "%,.0f", value);
	}

	/** A share of 0 to 1. */
	static String percent(double share) {
		return String.format(Locale.ROOT, "%.1f %%", 100 * share);
	}

}
