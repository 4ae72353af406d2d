package io.coachflow.console.chart;

import java.text.NumberFormat;
import java.util.Locale;

/**
 * Numbers as people read them.
 */
public final class Numbers {

	private Numbers() {
	}

	/** A number in full, with at most the given decimals. */
	public static String text(Number number, int decimals, Locale locale) {
		NumberFormat format = NumberFormat.getNumberInstance(locale);
		format.setMaximumFractionDigits(decimals);
		return format.format(number);
	}

	/** A number that fits beside an axis, such as 2.5M. */
	static String shortText(double number, Locale locale) {
		if (number < 10_000) {
			return text(number, 2, locale);
		}
		NumberFormat format = NumberFormat.getCompactNumberInstance(locale, NumberFormat.Style.SHORT);
		format.setMaximumFractionDigits(1);
		return format.format(number);
	}

}
