package io.coachflow.saga.agent.offline;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.coachflow.contracts.enrichment.Brief;
import io.coachflow.saga.agent.BriefHash;
import io.coachflow.saga.agent.Place;
import io.coachflow.text.PlainText;
import io.coachflow.text.Sectors;

/**
 * A brief as the agents read it: clean sentences, keywords, figures, place and sector.
 */
final class BriefAnalysis {

	private static final int LONGEST_NAME = 60;

	private static final int MOST_KEYWORDS = 14;

	// The first pages of an answer tell what it says
	private static final int MOST_SENTENCES = 60;

	private final Brief brief;

	private final int generation;

	private final Knowledge knowledge;

	private final String sector;

	private final Place place;

	private final String name;

	private final Map<Field, List<String>> sentences = new EnumMap<>(Field.class);

	private final Map<String, String> wordByStem = new HashMap<>();

	private final Figures figures;

	private final List<String> keywords;

	private final Map<String, String> facts;

	BriefAnalysis(Brief brief, int generation, Knowledge knowledge) {
		this.brief = brief;
		this.generation = generation;
		this.knowledge = knowledge;
		this.sector = knowledge.sector(brief.sector());
		this.place = Place.of(brief.location());
		String name = PlainText.shortened(PlainText.of(brief.businessName()), LONGEST_NAME);
		this.name = name.isEmpty() ? sectorTexts().label() : name;
		this.figures = knowledge.figures(sectorTexts());
		Keywords words = new Keywords(knowledge.vocabulary(),
				knowledge.vocabulary().stems(String.join(" ", phrases().weak())));
		for (Field field : Field.values()) {
			List<String> read = PlainText.sentences(field.of(brief), knowledge.wording().locale())
				.stream()
				.limit(MOST_SENTENCES)
				.toList();
			this.sentences.put(field, read);
			own(field).forEach((sentence) -> words.read(field, sentence));
			for (String sentence : read) {
				this.figures.read(field, sentence);
				knowledge.vocabulary()
					.words(sentence)
					.forEach((word) -> this.wordByStem.putIfAbsent(word.stem(), word.text()));
			}
		}
		String where = ((this.place.city() != null) ? this.place.city() : "") + " "
				+ ((this.place.country() != null) ? this.place.country() : "");
		this.keywords = words.ranked(knowledge.vocabulary().stems(this.name), knowledge.vocabulary().stems(where),
				knowledge.wording().locale(), MOST_KEYWORDS);
		this.facts = Facts.of(this);
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

	List<String> sentences(Field field) {
		return this.sentences.getOrDefault(field, List.of());
	}

	/** What the answer says of the business itself, and not of others. */
	List<String> own(Field field) {
		List<String> all = sentences(field);
		List<String> own = all.stream()
			.filter((sentence) -> !phrases().isOfOthers(sentence)
					&& !(field == Field.AUDIENCE && phrases().goesOn(sentence)))
			.toList();
		return own.isEmpty() ? all : own;
	}

	/** The first sentence, or as many of its clauses as fit. */
	Optional<String> clause(Field field, int longest) {
		List<String> own = turned(own(field));
		return own.stream().findFirst().map((sentence) -> {
			String whole = wording().sentence(sentence);
			String cut = (whole.length() <= longest) ? whole
					: Clauses.upTo(sentence, longest)
						.map(wording()::sentence)
						.orElseGet(() -> PlainText.shortened(whole, longest));
			return wording().set(cut);
		});
	}

	/** The same items; each generation begins with another, the first with the first. */
	<T> List<T> turned(List<T> items) {
		List<T> turned = new ArrayList<>(items);
		Collections.rotate(turned, 1 - this.generation);
		return turned;
	}

	/**
	 * As many whole sentences of the answer as fit, the first one cut where it must be.
	 */
	Optional<String> passage(Field field, int longest) {
		return passage(own(field), longest);
	}

	Optional<String> passage(List<String> from, int longest) {
		StringBuilder passage = new StringBuilder();
		for (String sentence : from) {
			String next = wording().sentence(sentence);
			if (passage.isEmpty()) {
				passage.append(PlainText.shortened(next, longest));
			}
			else if (passage.codePointCount(0, passage.length()) + 1
					+ next.codePointCount(0, next.length()) <= longest) {
				passage.append(' ').append(next);
			}
			else {
				break;
			}
		}
		return passage.isEmpty() ? Optional.empty() : Optional.of(wording().set(passage.toString()));
	}

	/** The beginning of the answer, to be quoted inside a sentence. */
	Optional<String> quote(Field field, int longest) {
		return own(field).stream()
			.findFirst()
			.map((sentence) -> wording().quoted(PlainText.shortened(wording().bare(sentence), longest)));
	}

	/** Those of the words that the answers contain, in the form in which they do. */
	List<String> said(List<String> words) {
		Map<Set<String>, String> said = new LinkedHashMap<>();
		for (String word : words) {
			Set<String> wanted = this.knowledge.vocabulary().stems(word);
			if (!wanted.isEmpty() && this.wordByStem.keySet().containsAll(wanted)) {
				said.putIfAbsent(wanted,
						(wanted.size() == 1) ? this.wordByStem.getOrDefault(wanted.iterator().next(), word) : word);
			}
		}
		return List.copyOf(said.values());
	}

	/**
	 * What the answers call for, most first; then what fits all, which each generation
	 * begins elsewhere.
	 */
	<T extends Keyworded> List<T> called(List<T> known) {
		List<T> called = known.stream()
			.filter((item) -> !said(item.words()).isEmpty())
			.sorted(Comparator.comparingInt((T item) -> -said(item.words()).size()))
			.toList();
		Set<T> ranked = new LinkedHashSet<>(called);
		ranked.addAll(rotated(known.stream().filter((item) -> item.words().isEmpty()).toList()));
		ranked.addAll(known);
		return List.copyOf(ranked);
	}

	/** The same items; each generation and each business begins elsewhere. */
	<T> List<T> rotated(List<T> items) {
		List<T> rotated = new ArrayList<>(items);
		Collections.rotate(rotated, -seed() - this.generation);
		return rotated;
	}

	/** A number that is the same for the same brief. */
	int seed() {
		return (int) Long.parseLong(BriefHash.of(this.brief).substring(0, 7), 16);
	}

	/**
	 * The text with the facts of this story; empty where it needs one that is not known.
	 */
	Optional<String> tell(String template) {
		return tell(template, Map.of());
	}

	Optional<String> tell(String template, Map<String, String> more) {
		Map<String, String> facts = new LinkedHashMap<>(this.facts);
		facts.putAll(more);
		return new Template(facts).in(template).map(wording()::set);
	}

	/** The text, which needs no fact that may be missing. */
	String say(String template) {
		return tell(template)
			.orElseThrow(() -> new IllegalStateException("Not every story has what this needs: " + template));
	}

}
