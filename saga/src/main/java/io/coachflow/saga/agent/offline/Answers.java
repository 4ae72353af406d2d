package io.coachflow.saga.agent.offline;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.coachflow.contracts.enrichment.Brief;
import io.coachflow.saga.agent.offline.Vocabulary.Word;
import io.coachflow.text.PlainText;

/**
 * The answers as sentences: which are about the business itself, and as much of them as
 * fits a place. Lengths are in characters.
 */
final class Answers {

	// The first pages of an answer tell what it says
	private static final int MOST_SENTENCES = 60;

	private static final int SHORTEST_BEGINNING = 30;

	private static final int MOST_GROUPS = 3;

	private static final int LONGEST_GROUP = 100;

	// Not inside a number: 1,500
	private static final Pattern BORDER = Pattern.compile("\\s*[,;:–—](?=\\s)");

	private final int generation;

	private final Wording wording;

	private final Phrases phrases;

	private final Map<Field, List<String>> sentences = new EnumMap<>(Field.class);

	private final Map<Field, List<String>> own = new EnumMap<>(Field.class);

	private final Vocabulary vocabulary;

	private final Map<String, List<Word>> words = new HashMap<>();

	private final Map<String, String> wordByStem = new HashMap<>();

	Answers(Brief brief, int generation, Knowledge knowledge) {
		this.generation = generation;
		this.wording = knowledge.wording();
		this.phrases = knowledge.phrases();
		this.vocabulary = knowledge.vocabulary();
		for (Field field : Field.values()) {
			List<String> all = PlainText.sentences(field.of(brief), this.wording.locale())
				.stream()
				.limit(MOST_SENTENCES)
				.toList();
			List<String> own = all.stream()
				.filter((sentence) -> !this.phrases.isOfOthers(sentence)
						&& !(field == Field.AUDIENCE && this.phrases.goesOn(sentence)))
				.toList();
			this.sentences.put(field, all);
			this.own.put(field, own.isEmpty() ? all : own);
			all.forEach((sentence) -> words(sentence)
				.forEach((word) -> this.wordByStem.putIfAbsent(word.stem(), word.text())));
		}
	}

	/** The words of a sentence that say something. */
	List<Word> words(String sentence) {
		return this.words.computeIfAbsent(sentence, this.vocabulary::words);
	}

	List<String> sentences(Field field) {
		return this.sentences.getOrDefault(field, List.of());
	}

	/** What the answer says of the business itself, and not of others. */
	List<String> own(Field field) {
		return this.own.getOrDefault(field, List.of());
	}

	/** The same items; each generation begins with another, the first with the first. */
	<T> List<T> turned(List<T> items) {
		List<T> turned = new ArrayList<>(items);
		Collections.rotate(turned, 1 - this.generation);
		return turned;
	}

	/** One sentence, or as many of its clauses as fit. */
	Optional<String> clause(Field field, int longest) {
		return turned(own(field)).stream().findFirst().map((sentence) -> {
			String whole = this.wording.sentence(sentence);
			return this.wording
				.set((whole.length() <= longest) ? whole : beginning(sentence, longest).map(this.wording::sentence)
					.orElseGet(() -> PlainText.shortened(whole, longest)));
		});
	}

	/** As many whole sentences as fit, the first one cut where it must be. */
	Optional<String> passage(List<String> from, int longest) {
		StringBuilder passage = new StringBuilder();
		for (String sentence : from) {
			String next = this.wording.sentence(sentence);
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
		return passage.isEmpty() ? Optional.empty() : Optional.of(this.wording.set(passage.toString()));
	}

	/** The first sentence, to be quoted inside another. */
	Optional<String> quote(Field field, int longest) {
		return own(field).stream()
			.findFirst()
			.map((sentence) -> this.wording.quoted(PlainText.shortened(this.wording.bare(sentence), longest)));
	}

	/** Those of the words that the answers contain, in the form in which they do. */
	List<String> said(List<String> words) {
		Map<Set<String>, String> said = new LinkedHashMap<>();
		for (String word : words) {
			Set<String> wanted = this.vocabulary.stems(word);
			if (!wanted.isEmpty() && this.wordByStem.keySet().containsAll(wanted)) {
				said.putIfAbsent(wanted,
						(wanted.size() == 1) ? this.wordByStem.getOrDefault(wanted.iterator().next(), word) : word);
			}
		}
		return List.copyOf(said.values());
	}

	/** The groups of customers that the answer names; one word names none. */
	List<String> groups() {
		return sentences(Field.AUDIENCE).stream()
			.filter((sentence) -> !this.phrases.goesOn(sentence))
			.flatMap(this.phrases.and()::splitAsStream)
			.map((group) -> this.wording.bare(group.strip()))
			.filter((group) -> group.contains(" "))
			.map((group) -> PlainText.shortened(group, LONGEST_GROUP))
			.distinct()
			.limit(MOST_GROUPS)
			.toList();
	}

	/** The sentence up to its last border that fits; empty where that says too little. */
	static Optional<String> beginning(String sentence, int longest) {
		Matcher borders = BORDER.matcher(sentence);
		int end = 0;
		while (borders.find() && borders.start() < longest) {
			end = borders.start();
		}
		return (end >= SHORTEST_BEGINNING) ? Optional.of(sentence.substring(0, end)) : Optional.empty();
	}

	static List<String> clauses(String sentence) {
		return BORDER.splitAsStream(sentence).map(String::strip).filter((clause) -> !clause.isEmpty()).toList();
	}

}
