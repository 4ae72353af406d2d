package io.coachflow.saga.agent.offline;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import io.coachflow.contracts.enrichment.Seo.Heading;
import io.coachflow.contracts.enrichment.Seo;
import io.coachflow.saga.agent.ResultLimits;
import io.coachflow.saga.agent.StructuredData;
import io.coachflow.text.PlainText;

/**
 * Says in a search engine's measure what the answers say: what it is, where, and in which
 * words people look for it.
 */
final class SeoAgent {

	private static final int PRIMARY = 4;

	private static final int SECONDARY = 10;

	private static final int KEYWORDS_IN_HEADING = 2;

	private static final int MOST_OFFERS = 3;

	private static final int TOPICS = 6;

	private final BriefAnalysis story;

	private final Phrases.SeoTexts texts;

	private SeoAgent(BriefAnalysis story) {
		this.story = story;
		this.texts = story.phrases().seo();
	}

	static Seo make(BriefAnalysis story, StructuredData structuredData) {
		SeoAgent agent = new SeoAgent(story);
		List<String> keywords = agent.keywords();
		String description = agent.description();
		return new Seo(keywords.stream().limit(PRIMARY).toList(),
				keywords.stream().skip(PRIMARY).limit(SECONDARY).toList(), agent.title(), description, agent.headings(),
				structuredData.of(story.brief(), description, null, story.keywords().stream().limit(TOPICS).toList()));
	}

	private List<String> keywords() {
		Locale locale = this.story.wording().locale();
		String label = this.story.label().toLowerCase(locale);
		List<String> known = this.story.keywords();
		Set<String> keywords = new LinkedHashSet<>();
		inPlace(label).ifPresent(keywords::add);
		known.stream().limit(1).map(this::inPlace).flatMap(Optional::stream).forEach(keywords::add);
		keywords.addAll(known.stream().limit(PRIMARY - 1).toList());
		keywords.add(label);
		known.stream().skip(1).limit(2).map(this::inPlace).flatMap(Optional::stream).forEach(keywords::add);
		keywords.addAll(known);
		return keywords.stream()
			.filter((keyword) -> keyword.codePointCount(0, keyword.length()) <= ResultLimits.KEYWORD)
			.toList();
	}

	private Optional<String> inPlace(String keyword) {
		return this.story.tell(this.texts.inPlace(), Map.of("keyword", keyword));
	}

	private String title() {
		return fitting(this.texts.titles(), Seo.MAX_TITLE)
			.orElseGet(() -> PlainText.shortened(this.story.name(), Seo.MAX_TITLE));
	}

	private String description() {
		return this.story.turned(List.of(Field.MISSION, Field.OFFER, Field.DIFFERENCE))
			.stream()
			.map((field) -> this.story.clause(field, Seo.MAX_DESCRIPTION))
			.flatMap(Optional::stream)
			.findFirst()
			.map((passage) -> this.texts.descriptions()
				.stream()
				.map((template) -> this.story.tell(template, Map.of("passage", passage, "action", action())))
				.flatMap(Optional::stream)
				.filter((text) -> text.codePointCount(0, text.length()) <= Seo.MAX_DESCRIPTION)
				.findFirst()
				.orElse(passage))
			.orElseGet(() -> PlainText.shortened(this.story.name() + ". " + action(), Seo.MAX_DESCRIPTION));
	}

	private String action() {
		return this.story.called(this.story.sectorTexts().actions()).getFirst().text();
	}

	/** The first of the texts, in the order of this generation, that is short enough. */
	private Optional<String> fitting(List<String> templates, int longest) {
		return this.story.rotated(templates)
			.stream()
			.map(this.story::tell)
			.flatMap(Optional::stream)
			.filter((text) -> text.codePointCount(0, text.length()) <= longest)
			.findFirst();
	}

	private List<Heading> headings() {
		SectorTexts.Headings sections = this.story.sectorTexts().headings();
		List<Heading> headings = new ArrayList<>();
		headings.add(heading(1, fitting(this.texts.tops(), ResultLimits.LINE).orElse(this.story.name())));
		List<String> keywords = this.story.keywords();
		headings.add(heading(2,
				keywords.isEmpty() ? sections.offer()
						: this.story
							.tell(this.texts.section(),
									Map.of("section", sections.offer(), "words",
											this.story.wording()
												.list(keywords.stream().limit(KEYWORDS_IN_HEADING).toList())))
							.orElse(sections.offer())));
		offers().map((offer) -> heading(3, offer)).forEach(headings::add);
		Stream.of(sections.difference(), sections.audience(), sections.visit())
			.map((section) -> heading(2, section))
			.forEach(headings::add);
		return headings;
	}

	/**
	 * What is offered, one by one: the clauses that name a figure, else the first ones.
	 */
	private Stream<String> offers() {
		List<String> clauses = this.story.own(Field.OFFER)
			.stream()
			.flatMap((sentence) -> Clauses.of(sentence).stream())
			.map((clause) -> this.story.wording().bare(clause))
			.filter((clause) -> clause.contains(" ") && clause.length() <= ResultLimits.KEYWORD)
			.toList();
		List<String> priced = clauses.stream().filter((clause) -> clause.matches(".*\\d.*")).toList();
		return (priced.isEmpty() ? clauses : priced).stream()
			.limit(MOST_OFFERS)
			.map((clause) -> this.story.wording().set(this.story.wording().capital(clause)));
	}

	private static Heading heading(int level, String text) {
		return new Heading(level, PlainText.shortened(text, ResultLimits.LINE));
	}

}
