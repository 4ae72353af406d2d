package io.coachflow.saga.agent.offline;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import io.coachflow.contracts.enrichment.Brief;
import io.coachflow.saga.agent.BriefHash;
import io.coachflow.saga.agent.Place;
import io.coachflow.saga.agent.offline.SectorTexts.ConditionalText;
import io.coachflow.text.PlainText;
import io.coachflow.text.Sectors;

/**
 * A brief as the agents read it: clean sentences, keywords, figures, place and sector.
 */
final class BriefAnalysis {

	private static final int LONGEST_NAME = 60;

	private static final int MOST_KEYWORDS = 14;

	private final Brief brief;

	private final int generation;

	private final Knowledge knowledge;

	private final String sector;

	private final Place place;

	private final String name;

	private final int seed;

	private final Answers answers;

	private final Figures figures;

	private final List<String> keywords;

	private final Facts facts;

	BriefAnalysis(Brief brief, int generation, Knowledge knowledge) {
		this.brief = brief;
		this.generation = generation;
		this.knowledge = knowledge;
		this.sector = knowledge.sector(brief.sector());
		this.place = Place.of(brief.location());
		String name = PlainText.shortened(PlainText.of(brief.businessName()), LONGEST_NAME);
		this.name = name.isEmpty() ? sectorTexts().label() : name;
		this.seed = (int) Long.parseLong(BriefHash.of(brief).substring(0, 7), 16);
		this.answers = new Answers(brief, generation, knowledge);
		this.figures = knowledge.figures(sectorTexts());
		this.keywords = read();
		this.facts = Facts.of(this);
	}

	private List<String> read() {
		Vocabulary vocabulary = this.knowledge.vocabulary();
		Keywords found = new Keywords(vocabulary, vocabulary.stems(String.join(" ", phrases().weak())));
		for (Field field : Field.values()) {
			this.answers.sentences(field).forEach((sentence) -> this.figures.read(field, sentence));
			this.answers.own(field).forEach((sentence) -> found.read(field, sentence, this.answers.words(sentence)));
		}
		String where = PlainText.of(Objects.requireNonNullElse(this.brief.location(), ""));
		return found.ranked(vocabulary.stems(this.name), vocabulary.stems(where), wording().locale(), MOST_KEYWORDS);
	}

	Brief brief() {
		return this.brief;
	}

	int generation() {
		return this.generation;
	}

	Knowledge knowledge() {
		return this.knowledge;
	}

	Wording wording() {
		return this.knowledge.wording();
	}

	Phrases phrases() {
		return this.knowledge.phrases();
	}

	String sector() {
		return this.sector;
	}

	SectorTexts sectorTexts() {
		return this.knowledge.texts(this.sector);
	}

	Place place() {
		return this.place;
	}

	String name() {
		return this.name;
	}

	Answers answers() {
		return this.answers;
	}

	Figures figures() {
		return this.figures;
	}

	/** The best first; may be empty. */
	List<String> keywords() {
		return this.keywords;
	}

	/** What kind of business it is, in the client's own words where it gave them. */
	String label() {
		String given = PlainText.shortened(PlainText.of(this.brief.sector()), LONGEST_NAME / 2);
		boolean own = !this.brief.inferred().contains("sector") && !given.isEmpty() && !given.equals(Sectors.GENERAL);
		return own ? wording().capital(given) : sectorTexts().label();
	}

	/** What a visitor is asked to do. */
	String action() {
		return called(sectorTexts().actions(), ConditionalText::words).getFirst().text();
	}

	/**
	 * What the answers call for, most first; then what fits all, which each generation
	 * begins elsewhere.
	 * @param words of an answer that calls for an item; none where every answer may
	 */
	<T> List<T> called(List<T> known, Function<T, List<String>> words) {
		Map<T, Integer> calls = new HashMap<>();
		known.forEach((item) -> calls.put(item, this.answers.said(words.apply(item)).size()));
		Set<T> ranked = new LinkedHashSet<>(known.stream()
			.filter((item) -> calls.getOrDefault(item, 0) > 0)
			.sorted(Comparator.comparingInt((T item) -> -calls.getOrDefault(item, 0)))
			.toList());
		ranked.addAll(rotated(known.stream().filter((item) -> words.apply(item).isEmpty()).toList()));
		ranked.addAll(known);
		return List.copyOf(ranked);
	}

	/** The same items; each generation and each business begins elsewhere. */
	<T> List<T> rotated(List<T> items) {
		List<T> rotated = new ArrayList<>(items);
		Collections.rotate(rotated, -this.seed - this.generation);
		return rotated;
	}

	/** The text with its facts; empty where it needs one that is not known. */
	Optional<String> tell(String template) {
		return tell(template, Map.of());
	}

	Optional<String> tell(String template, Map<String, String> more) {
		return this.facts.with(more).in(template).map(wording()::set);
	}

	/** The text, which needs no fact that may be missing. */
	String say(String template) {
		return say(template, Map.of());
	}

	String say(String template, Map<String, String> more) {
		return tell(template, more)
			.orElseThrow(() -> new IllegalStateException("Not every story has what this needs: " + template));
	}

}
