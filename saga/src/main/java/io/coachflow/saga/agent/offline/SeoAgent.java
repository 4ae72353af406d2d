package io.coachflow.saga.agent.offline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
		String label = this.story.label().toLowerCase(this.story.wording().locale());
		List<String> known = this.story.keywords();
		// What people type: the trade and the best words with the place, then without
		Stream<String> wanted = Stream
			.of(inPlace(Stream.of(label)), inPlace(known.stream().limit(1)), known.stream().limit(PRIMARY - 1),
					Stream.of(label), inPlace(known.stream().skip(1).limit(2)), known.stream())
			.flatMap((words) -> words);
		return wanted.filter((keyword) -> keyword.codePointCount(0, keyword.length()) <= ResultLimits.KEYWORD)
			.distinct()
			.toList();
	}

	private Stream<String> inPlace(Stream<String> keywords) {
		return keywords.map((keyword) -> this.story.tell(this.texts.inPlace(), Map.of("keyword", keyword)))
			.flatMap(Optional::stream);
	}

	private String title() {
		return fitting(this.story.rotated(this.texts.titles()), Map.of(), Seo.MAX_TITLE)
			.orElseGet(() -> PlainText.shortened(this.story.name(), Seo.MAX_TITLE));
	}

	private String description() {
		String action = this.story.action();
		Answers answers = this.story.answers();
		return answers.turned(List.of(Field.MISSION, Field.OFFER, Field.DIFFERENCE))
			.stream()
			.map((field) -> answers.clause(field, Seo.MAX_DESCRIPTION))
			.flatMap(Optional::stream)
			.findFirst()
			.map((passage) -> fitting(this.texts.descriptions(), Map.of("passage", passage, "action", action),
					Seo.MAX_DESCRIPTION)
				.orElse(passage))
			.orElseGet(() -> PlainText.shortened(this.story.name() + ". " + action, Seo.MAX_DESCRIPTION));
	}

	private Optional<String> fitting(List<String> templates, Map<String, String> facts, int longest) {
		return templates.stream()
			.map((template) -> this.story.tell(template, facts))
			.flatMap(Optional::stream)
			.filter((text) -> text.codePointCount(0, text.length()) <= longest)
			.findFirst();
	}

	private List<Heading> headings() {
		SectorTexts.Headings sections = this.story.sectorTexts().headings();
		List<Heading> headings = new ArrayList<>();
		headings.add(heading(1,
				fitting(this.story.rotated(this.texts.tops()), Map.of(), ResultLimits.LINE).orElse(this.story.name())));
		List<String> words = this.story.keywords().stream().limit(KEYWORDS_IN_HEADING).toList();
		Map<String, String> facts = Map.of("section", sections.offer(), "words", this.story.wording().list(words));
		headings.add(heading(2, words.isEmpty() ? sections.offer()
				: this.story.tell(this.texts.section(), facts).orElse(sections.offer())));
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
		List<String> clauses = this.story.answers()
			.own(Field.OFFER)
			.stream()
			.flatMap((sentence) -> Answers.clauses(sentence).stream())
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
