package io.coachflow.console.businesspackage;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.coachflow.contracts.enrichment.Logo;
import org.jspecify.annotations.Nullable;

/**
 * A colour of a palette.
 *
 * @param role {@code primary}, {@code accent}, {@code background} or {@code text}
 * @param code as the agent wrote it, whatever it is
 * @param fill to draw it with; null if the code is no colour
 * @param ratio its contrast with the background; empty for the background itself, and
 * where one of both is no colour
 * @param level what that contrast is good for: {@code aaa}, {@code aa}, {@code large} or
 * {@code low} (WCAG 2.2, 1.4.3 and 1.4.6); empty like the ratio
 */
record Swatch(String role, String code, @Nullable String fill, String ratio, String level) {

	private static final double AAA = 7;

	private static final double AA = 4.5;

	private static final double LARGE = 3;

	private static final String BACKGROUND = "background";

	static List<Swatch> of(Logo.Palette palette, Figures figures) {
		Optional<Colour> background = Colour.of(palette.background());
		return Stream.of(of("primary", palette.primary(), background, figures),
				of("accent", palette.accent(), background, figures), of("text", palette.text(), background, figures),
				of(BACKGROUND, palette.background(), Optional.empty(), figures))
			.toList();
	}

	private static Swatch of(String role, String code, Optional<Colour> background, Figures figures) {
		Optional<Colour> colour = Colour.of(code);
		Optional<Double> contrast = colour.flatMap((it) -> background.map(it::contrast));
		return new Swatch(role, code, colour.map(Colour::hex).orElse(null),
				contrast.map((it) -> figures.number(floored(it))).orElse(""), contrast.map(Swatch::level).orElse(""));
	}

	/** Never more than it is: what is shown as enough has to be enough. */
	private static double floored(double ratio) {
		return Math.floor(ratio * 10) / 10;
	}

	private static String level(double ratio) {
		if (ratio >= AAA) {
			return "aaa";
		}
		if (ratio >= AA) {
			return "aa";
		}
		return (ratio >= LARGE) ? "large" : "low";
	}

}
