package io.coachflow.saga.agent.offline;

import io.coachflow.contracts.enrichment.Logo.Palette;
import io.coachflow.saga.agent.Contrast;
import io.coachflow.saga.agent.offline.Style.Family;

/**
 * Makes palettes: a shade of a family, an accent from across the circle, a pale
 * background, and a text that can be read on it.
 */
final class Colours {

	// The family stays recognisable
	private static final int MOST_SHIFT = 9;

	/** The least contrast of drawings (WCAG 2.2, 1.4.11). */
	private static final double GRAPHICS = 3;

	private Colours() {
	}

	static Palette palette(Family family, int seed) {
		int hue = family.hue() + Math.floorMod(seed, 2 * MOST_SHIFT + 1) - MOST_SHIFT;
		int across = hue + ((Math.floorMod(seed, 2) == 0) ? 150 : 210);
		String background = hex(hue, Math.min(40, family.saturation()), 96);
		String primary = readable(hue, family.saturation(), family.lightness(), background, GRAPHICS);
		String accent = readable(across, 62, 52, background, GRAPHICS);
		String text = readable(hue, Math.min(45, family.saturation()), 22, background, Contrast.AA);
		return new Palette(primary, accent, background, text, Contrast.between(text, background));
	}

	/** The colour, as much darker as it must be to stand out from the background. */
	static String readable(int hue, int saturation, int lightness, String background, double contrast) {
		int darker = lightness;
		while (darker > 0 && Contrast.between(hex(hue, saturation, darker), background) < contrast) {
			darker--;
		}
		return hex(hue, saturation, darker);
	}

	/** A colour of hue (degrees), saturation and lightness (per cent), as #rrggbb. */
	static String hex(int hue, int saturation, int lightness) {
		double light = lightness / 100.0;
		double spread = saturation / 100.0 * Math.min(light, 1 - light);
		return "#%02x%02x%02x".formatted(channel(0, hue, light, spread), channel(8, hue, light, spread),
				channel(4, hue, light, spread));
	}

	// The formula of CSS Color 4 for hsl()
	private static int channel(int offset, int hue, double light, double spread) {
		double position = (offset + Math.floorMod(hue, 360) / 30.0) % 12;
		double value = light - spread * Math.max(-1, Math.min(Math.min(position - 3, 9 - position), 1));
		return (int) Math.round(255 * value);
	}

}
