package io.coachflow.console.businesspackage;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import io.coachflow.contracts.enrichment.Content;
import io.coachflow.contracts.enrichment.SiteTemplates.PageSection;
import io.coachflow.contracts.enrichment.SiteTemplates.SiteTemplate;
import org.jspecify.annotations.Nullable;

/**
 * The site as the recommended template and the texts for the homepage make it.
 *
 * @param name the template's
 * @param score how well it fits
 * @param parts the page from the top; of the texts, the first opens the page and is not
 * among them
 * @param others the names of the other templates, with their scores
 */
record SiteDraft(String name, String score, List<String> reasons, List<Part> parts, List<Other> others) {

	private static final int SHORTEST_WORD = 4;

	/**
	 * A section of the page.
	 *
	 * @param purpose what it is for; empty for a text that no section asks for
	 * @param heading of its text; empty if it has none yet
	 * @param text empty if it has none yet
	 */
	record Part(String name, String purpose, String heading, String text) {

		public boolean isWritten() {
			return !this.text.isBlank();
		}

	}

	/** A template that fits less well. */
	record Other(String name, String score) {
	}

	/** The draft from these templates, the best of which comes first; null if none is. */
	static @Nullable SiteDraft of(List<SiteTemplate> templates, @Nullable Content content, Figures figures) {
		if (templates.isEmpty()) {
			return null;
		}
		SiteTemplate best = templates.getFirst();
		return new SiteDraft(best.name(), figures.percent(best.score()), best.reasons(),
				parts(best.sections(), (content != null) ? content.homepage() : List.of()),
				templates.stream().skip(1).map((it) -> new Other(it.name(), figures.percent(it.score()))).toList());
	}

	private static List<Part> parts(List<PageSection> sections, List<Content.Section> homepage) {
		List<Content.Section> texts = new ArrayList<>(homepage.stream().skip(1).toList());
		List<Part> parts = new ArrayList<>();
		for (PageSection section : sections) {
			Content.Section text = takeClosest(section, texts);
			parts.add(new Part(section.name(), section.purpose(), (text != null) ? text.heading() : "",
					(text != null) ? text.text() : ""));
		}
		texts.forEach((it) -> parts.add(new Part(it.heading(), "", "", it.text())));
		return List.copyOf(parts);
	}

	/** Takes the text that has most words in common with the section, if any has one. */
	private static Content.@Nullable Section takeClosest(PageSection section, List<Content.Section> texts) {
		Set<String> about = words(section.name() + " " + section.purpose());
		Content.Section closest = null;
		long most = 0;
		for (Content.Section text : texts) {
			long shared = words(text.heading() + " " + text.text()).stream().filter(about::contains).count();
			if (shared > most) {
				most = shared;
				closest = text;
			}
		}
		if (closest != null) {
			texts.remove(closest);
		}
		return closest;
	}

	private static Set<String> words(String text) {
		String plain = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
		return Arrays.stream(plain.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
			.filter((word) -> word.length() >= SHORTEST_WORD)
			.collect(Collectors.toSet());
	}

}
