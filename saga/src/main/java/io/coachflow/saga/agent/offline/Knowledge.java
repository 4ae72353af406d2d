package io.coachflow.saga.agent.offline;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.coachflow.saga.agent.Resources;
import io.coachflow.text.Sectors;

/**
 * What the agents know, in one language. Immutable and thread-safe.
 */
record Knowledge(Wording wording, Vocabulary vocabulary, Phrases phrases, Map<String, SectorTexts> sectors,
		List<PageTemplate> templates, Countries countries, Sectors sectorWords) {

	/**
	 * Reads the files of a language from {@code agents/} on the class path.
	 * @throws IllegalStateException if one is missing or not as it should be, naming it
	 */
	static Knowledge load(Locale language, Sectors sectorWords, Countries countries) {
		String folder = "/agents/" + language.getLanguage() + "/";
		Phrases phrases = Resources.read(folder + "phrases.yaml", Phrases.class);
		Map<String, SectorTexts> sectors = new HashMap<>();
		sectorWords.keys()
			.forEach((sector) -> sectors.put(sector,
					Resources.read(folder + "sectors/" + sector + ".yaml", SectorTexts.class)));
		return new Knowledge(new Wording(language), Vocabulary.of(language, phrases.stop()), phrases,
				Map.copyOf(sectors), Resources.read(folder + "templates.yaml", TemplateFile.class).templates(),
				countries, sectorWords);
	}

	/** The key of the sector that the words name. */
	String sector(String words) {
		return this.sectorWords.of(words);
	}

	SectorTexts texts(String sector) {
		return Objects.requireNonNull(this.sectors.get(sector), sector);
	}

	/** An empty collection of figures of the sector. */
	Figures figures(SectorTexts sector) {
		Set<String> units = new HashSet<>();
		sector.units().forEach((unit) -> units.addAll(this.vocabulary.stems(unit)));
		this.phrases.people().forEach((unit) -> units.addAll(this.vocabulary.stems(unit)));
		return new Figures(this.vocabulary, units, Set.copyOf(this.phrases.periods()));
	}

	/** All templates of a language. */
	record TemplateFile(List<PageTemplate> templates) {
	}

	/**
	 * A template for a website.
	 *
	 * @param words of an answer that calls for it
	 * @param sectors how well it fits each sector by itself, in hundredths
	 * @param reason what it is good at
	 */
	record PageTemplate(String id, String name, List<String> words, Map<String, Integer> sectors, String reason,
			List<SectionTexts> sections) {
	}

	/** A section of the page. */
	record SectionTexts(String name, String purpose) {
	}

}
