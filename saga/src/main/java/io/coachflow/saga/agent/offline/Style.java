package io.coachflow.saga.agent.offline;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.coachflow.contracts.enrichment.Logo.Typography;
import io.coachflow.saga.agent.Resources;

/**
 * What logos are made of.
 */
record Style(Map<String, SectorStyle> sectors, Map<String, Symbol> symbols) {

	static Style load() {
		return Resources.read("/agents/style.yaml", Style.class);
	}

	SectorStyle of(String sector) {
		return Objects.requireNonNull(this.sectors.get(sector), sector);
	}

	List<Symbol> symbolsOf(String sector) {
		return of(sector).symbols().stream().map((id) -> Objects.requireNonNull(this.symbols.get(id), id)).toList();
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

	}

	/**
	 * A drawing in a square of 100 and its name in both languages.
	 *
	 * @param words of an answer that calls for it, in both languages
	 */
	record Symbol(String fr, String en, List<String> words, String drawing) implements Keyworded {

		String name(Wording wording) {
			return wording.french() ? this.fr : this.en;
		}

	}

}
