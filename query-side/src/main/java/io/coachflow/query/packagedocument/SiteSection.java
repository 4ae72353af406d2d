package io.coachflow.query.packagedocument;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import io.coachflow.contracts.enrichment.Content;
import io.coachflow.contracts.enrichment.SiteTemplates;
import io.coachflow.contracts.enrichment.SiteTemplates.PageSection;
import io.coachflow.contracts.enrichment.SiteTemplates.SiteTemplate;
import io.coachflow.contracts.rest.PackageResponse;

/**
 * A section of the website.
 *
 * @param name in the menu
 * @param heading the same, or that of the text
 * @param text empty if nobody has written it yet
 * @param purpose what it is for; empty if the template does not have the section
 */
record SiteSection(String name, String heading, String text, String purpose) {

	private static final int SHORTEST_WORD = 4;

	/**
	 * The sections of the recommended template, each with the text that shares most words
	 * with it, then the texts that no section asks for. The first text opens the page, so
	 * it is not among them.
	 */
	static List<SiteSection> of(PackageResponse response) {
		List<Content.Section> texts = new ArrayList<>(
				Results.of(response, Content.class).map(Content::homepage).orElse(List.of()));
		if (!texts.isEmpty()) {
			texts.removeFirst();
		}
		List<SiteSection> sections = new ArrayList<>();
		for (PageSection part : template(response).map(SiteTemplate::sections).orElse(List.of())) {
			Optional<Content.Section> text = closest(part, texts);
			text.ifPresent(texts::remove);
			sections.add(new SiteSection(part.name(), text.map(Content.Section::heading).orElse(part.name()),
					text.map(Content.Section::text).orElse(""), part.purpose()));
		}
		texts.forEach((it) -> sections.add(new SiteSection(it.heading(), it.heading(), it.text(), "")));
		return sections;
	}

	/** The text that opens the page. */
	static String opening(Content content) {
		return content.homepage().isEmpty() ? content.elevatorPitch() : content.homepage().getFirst().text();
	}

	static boolean hasTemplate(PackageResponse response) {
		return template(response).isPresent();
	}

	boolean isToWrite() {
		return this.text.isBlank() && !this.purpose.isBlank();
	}

	private static Optional<SiteTemplate> template(PackageResponse response) {
		return Results.of(response, SiteTemplates.class).flatMap((it) -> it.templates().stream().findFirst());
	}

	private static Optional<Content.Section> closest(PageSection part, List<Content.Section> texts) {
		Set<String> wanted = words(part.name() + " " + part.purpose());
		return texts.stream()
			.filter((it) -> shared(it, wanted) > 0)
			.max(Comparator.<Content.Section>comparingInt((it) -> shared(it, wanted))
				.thenComparing((it) -> -texts.indexOf(it)));
	}

	private static int shared(Content.Section text, Set<String> wanted) {
		Set<String> words = words(text.heading() + " " + text.text());
		words.retainAll(wanted);
		return words.size();
	}

	private static Set<String> words(String text) {
		Set<String> words = new HashSet<>(List.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")));
		words.removeIf((word) -> word.length() < SHORTEST_WORD);
		return words;
	}

}
