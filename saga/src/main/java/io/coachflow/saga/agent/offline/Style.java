package io.coachflow.saga.agent.offline;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.coachflow.contracts.enrichment.Logo.Palette;
import io.coachflow.contracts.enrichment.Logo.Typography;
import io.coachflow.saga.agent.Contrast;
import io.coachflow.saga.agent.Resources;

/**
 * What logos are made of.
 */
record Style(Map<String, SectorStyle> sectors, Map<String, Symbol> symbols) {

	// The family stays recognisable
	private static final int MOST_SHIFT = 9;

	/** The least contrast of drawings (WCAG 2.2, 1.4.11). */
	private static final double GRAPHICS = 3;

	static Style load() {
		return Resources.read("/agents/style.yaml", Style.class);
	}

	SectorStyle of(String sector) {
		return Objects.requireNonNull(this.sectors.get(sector), sector);
	}

	List<Symbol> symbolsOf(String sector) {
		return of(sector).symbols().stream().map((id) -> Objects.requireNonNull(this.symbols.get(id), id)).toList();
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

	/** What suits a sector; the symbols by their ids. */
	record SectorStyle(List<Family> colours, List<Typography> typefaces, List<String> symbols) {
	}

	/**
	 * A family of colours and its name in both languages.
	 *
	 * @param hue in degrees
	 * @param saturation in per cent
	 * @param lightness in per cent
	 */
	record Family(int hue, int saturation, int lightness, String fr, String en) {

		String name(Wording wording) {
			return wording.french() ? this.fr : this.en;
		}

		/**
		 * A shade of the family, an accent from across the circle, a pale background, and
		 * a text that can be read on it.
		 */
		Palette palette(int seed) {
			int shade = this.hue + Math.floorMod(seed, 2 * MOST_SHIFT + 1) - MOST_SHIFT;
			int across = shade + ((Math.floorMod(seed, 2) == 0) ? 150 : 210);
			String background = hex(shade, Math.min(40, this.saturation), 96);
			String primary = readable(shade, this.saturation, this.lightness, background, GRAPHICS);
			String accent = readable(across, 62, 52, background, GRAPHICS);
			String text = readable(shade, Math.min(45, this.saturation), 22, background, Contrast.AA);
			return new Palette(primary, accent, background, text, Contrast.between(text, background));
		}

	}

	/**
	 * A drawing in a square of 100 and its name in both languages.
	 *
	 * @param words of an answer that calls for it, in both languages
	 */
	record Symbol(String fr, String en, List<String> words, String drawing) {

		String name(Wording wording) {
			return wording.french() ? this.fr : this.en;
		}

	}

}
