package io.coachflow.saga.agent.offline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.coachflow.saga.agent.ResultLimits;
import io.coachflow.saga.agent.offline.Vocabulary.Word;

/**
 * The expressions that the answers turn on: runs of up to three words that say something,
 * ranked by where they stand and how often their words come back.
 */
final class Keywords {

	private static final int LONGEST_RUN = 3;

	// No more than a reader would look at; the ranking needs the square of it
	private static final int MOST = 400;

	private static final int SHORTEST_WORD = 4;

	private final Vocabulary vocabulary;

	private final Map<List<String>, Candidate> candidates = new LinkedHashMap<>();

	private final Set<List<String>> nouns = new HashSet<>();

	private final Map<String, Set<Field>> fieldsByStem = new LinkedHashMap<>();

	private final Set<String> proper = new HashSet<>();

	private final Set<String> weak;

	/**
	 * Knows no word yet.
	 * @param weak stems of words that complete an expression and are none by themselves
	 */
	Keywords(Vocabulary vocabulary, Set<String> weak) {
		this.vocabulary = vocabulary;
		this.weak = weak;
	}

	void read(Field field, String sentence, List<Word> all) {
		List<Word> words = all.stream().filter((word) -> !word.verb()).toList();
		int from = 0;
		while (from < words.size()) {
			int to = from + 1;
			while (to < words.size() && joined(sentence, words.get(to - 1), words.get(to))) {
				to++;
			}
			run(field, sentence, words.subList(from, to));
			from = to;
		}
	}

	private boolean joined(String sentence, Word left, Word right) {
		return left.end() == right.start()
				|| (left.end() < right.start() && this.vocabulary.joins(sentence.substring(left.end(), right.start())));
	}

	private void run(Field field, String sentence, List<Word> run) {
		for (Word word : run) {
			this.fieldsByStem.computeIfAbsent(word.stem(), (stem) -> EnumSet.noneOf(Field.class)).add(field);
			if (word.start() > 0 && Character.isUpperCase(word.text().codePointAt(0))) {
				this.proper.add(word.text());
			}
			candidate(field, sentence, List.of(word));
		}
		int step = (run.size() > LONGEST_RUN) ? LONGEST_RUN - 1 : LONGEST_RUN;
		for (int from = 0; from + 1 < run.size(); from += step) {
			candidate(field, sentence, run.subList(from, Math.min(run.size(), from + step)));
		}
	}

	private void candidate(Field field, String sentence, List<Word> run) {
		Word first = run.getFirst();
		List<String> stems = run.stream().map(Word::stem).distinct().toList();
		String words = sentence.substring(first.start(), run.getLast().end());
		boolean telling = !this.weak.contains(first.stem()) && stems.size() == run.size()
				&& (run.size() > 1 || words.length() >= SHORTEST_WORD);
		if (telling && words.codePointCount(0, words.length()) <= ResultLimits.KEYWORD / 2
				&& this.candidates.size() < MOST) {
			this.candidates.computeIfAbsent(stems, (key) -> new Candidate(words, stems, EnumSet.noneOf(Field.class)))
				.fields()
				.add(field);
			if (first.noun()) {
				this.nouns.add(stems);
			}
		}
	}

	/**
	 * The best expressions, none of which is part of a better one.
	 * @param name stems of the name, which say nothing new by themselves
	 * @param place stems of the place, which say nothing new in whatever company
	 */
	List<String> ranked(Set<String> name, Set<String> place, Locale language, int most) {
		List<Candidate> ranked = this.candidates.values()
			.stream()
			.filter((candidate) -> !name.containsAll(candidate.stems)
					&& candidate.stems.stream().noneMatch(place::contains))
			.sorted(Comparator.comparingDouble((Candidate candidate) -> -score(candidate))
				.thenComparing((candidate) -> candidate.words))
			.toList();
		List<String> best = new ArrayList<>();
		Set<String> used = new HashSet<>();
		for (Candidate candidate : ranked) {
			if (best.size() < most && candidate.stems.stream().noneMatch(used::contains)) {
				used.addAll(candidate.stems);
				best.add(written(candidate.words, language));
			}
		}
		return best;
	}

	private double score(Candidate candidate) {
		double places = candidate.fields.stream().mapToInt((field) -> field.weight).sum();
		double echoes = candidate.stems.stream()
			.mapToInt((stem) -> this.fieldsByStem.getOrDefault(stem, Set.of()).size() - 1)
			.average()
			.orElse(0);
		// Long words are the words of a trade, and two words say more than one
		int length = candidate.stems.stream().mapToInt(String::length).max().orElse(0);
		return places + echoes + (this.nouns.contains(candidate.stems) ? 2 : 0) + ((candidate.stems.size() > 1) ? 4 : 0)
				+ Math.min(3, length / 4);
	}

	/** In lower case, but for names and abbreviations. */
	private String written(String words, Locale language) {
		return Stream.of(words.split(" ", -1))
			.map((word) -> this.proper.contains(word.split("-", 2)[0])
					|| (word.length() > 1 && word.equals(word.toUpperCase(language))) ? word
							: word.toLowerCase(language))
			.collect(Collectors.joining(" "));
	}

	/** An expression as it is first written, and the answers that have it. */
	private record Candidate(String words, List<String> stems, Set<Field> fields) {
	}

}
