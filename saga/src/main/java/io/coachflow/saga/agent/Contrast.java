package io.coachflow.saga.agent;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/**
 * The contrast of two colours as WCAG 2.2 defines it ("contrast ratio", "relative
 * luminance").
 */
public final class Contrast {

	/** The least contrast of text on background at level AA (1.4.3). */
	public static final double AA = 4.5;

	private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}");

	private Contrast() {
	}

	/** Whether the text is a colour as {@code #rrggbb}, in lower case. */
	public static boolean isColour(String text) {
		return COLOUR.matcher(text).matches();
	}

	/**
	 * The contrast of two colours, from 1 to 21, rounded down to two decimals, so that a
	 * stated 4.5 is at least that.
	 * @throws IllegalArgumentException if one is not a {@link #isColour colour}
	 */
	public static double between(String one, String other) {
		double first = luminance(one);
		double second = luminance(other);
		double ratio = (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
		return BigDecimal.valueOf(ratio).setScale(2, RoundingMode.DOWN).doubleValue();
	}

	private static double luminance(String colour) {
		if (!isColour(colour)) {
			throw new IllegalArgumentException("A colour is written as #rrggbb, in lower case");
		}
		int rgb = Integer.parseInt(colour.substring(1), 16);
		return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
	}

	private static double linear(int channel) {
		double value = (channel & 0xff) / 255.0;
		return (value <= 0.04045) ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
	}

}
