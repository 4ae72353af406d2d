package io.coachflow.query.packagedocument;

import java.util.regex.Pattern;
import java.util.stream.IntStream;

import io.coachflow.contracts.enrichment.Logo;
import io.coachflow.contracts.rest.PackageResponse;

/**
 * The colours and typefaces of the recommended logo, safe to write into a style sheet;
 * neutral ones where there is no logo.
 *
 * @param primary {@code #rrggbb}, like the other colours
 * @param onPrimary black or white, whichever reads better on the primary colour
 * @param headings a name without quotes, possibly of a typeface that the reader lacks
 */
record Brand(String primary, String accent, String background, String text, String onPrimary, String headings,
		String body) {

	private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");

	private static final Pattern TYPEFACE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} -]{0,59}");

	private static final Logo.Palette NEUTRAL = new Logo.Palette("#1f3a5f", "#b35c00", "#ffffff", "#1b1b1b", 17);

	/** Above it, black has more contrast than white (WCAG 2.2, 1.4.3). */
	private static final double BRIGHT = 0.179;

	static Brand of(PackageResponse response) {
		return Results.logos(response)
			.stream()
			.findFirst()
			.map((logo) -> of(logo.palette(), logo.typography()))
			.orElseGet(() -> of(NEUTRAL, new Logo.Typography("", "")));
	}

	private static Brand of(Logo.Palette palette, Logo.Typography typography) {
		String primary = colour(palette.primary(), NEUTRAL.primary());
		return new Brand(primary, colour(palette.accent(), NEUTRAL.accent()),
				colour(palette.background(), NEUTRAL.background()), colour(palette.text(), NEUTRAL.text()),
				(luminance(primary) > BRIGHT) ? "#000000" : "#ffffff", typeface(typography.headings()),
				typeface(typography.body()));
	}

	private static String colour(String colour, String otherwise) {
		return COLOUR.matcher(colour).matches() ? colour : otherwise;
	}

	private static String typeface(String name) {
		return TYPEFACE.matcher(name).matches() ? name : "system-ui";
	}

	/** As WCAG 2.2 defines it, 0 to 1. */
	private static double luminance(String colour) {
		double[] weights = { 0.2126, 0.7152, 0.0722 };
		return IntStream.range(0, weights.length)
			.mapToDouble(
					(i) -> weights[i] * linear(Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0))
			.sum();
	}

	private static double linear(double share) {
		return (share <= 0.04045) ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
	}

}
