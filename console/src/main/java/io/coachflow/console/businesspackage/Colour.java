package io.coachflow.console.businesspackage;

import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A colour of the sRGB space.
 *
 * @param hex {@code #rrggbb}, safe to write into an attribute of a drawing
 */
record Colour(String hex) {

	static final Colour BLACK = new Colour("#000000");

	static final Colour WHITE = new Colour("#ffffff");

	private static final Pattern FORM = Pattern.compile("#[0-9a-fA-F]{6}");

	private static final double RED = 0.2126;

	private static final double GREEN = 0.7152;

	private static final double BLUE = 0.0722;

	private static final double FLARE = 0.05;

	/** The colour of that code; empty if the text is none. */
	static Optional<Colour> of(String code) {
		return FORM.matcher(code).matches() ? Optional.of(new Colour(code)) : Optional.empty();
	}

	/** The contrast of one on the other, 1 to 21 (WCAG 2.2, contrast ratio). */
	double contrast(Colour other) {
		double one = luminance() + FLARE;
		double two = other.luminance() + FLARE;
		return Math.max(one, two) / Math.min(one, two);
	}

	/** Black or white, whichever reads better on this colour. */
	Colour readable() {
		return (contrast(BLACK) > contrast(WHITE)) ? BLACK : WHITE;
	}

	/** The relative luminance, 0 to 1 (WCAG 2.2). */
	private double luminance() {
		return RED * light(1) + GREEN * light(3) + BLUE * light(5);
	}

	private double light(int at) {
		double share = HexFormat.fromHexDigits(this.hex, at, at + 2) / 255.0;
		return (share <= 0.04045) ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
	}

}
