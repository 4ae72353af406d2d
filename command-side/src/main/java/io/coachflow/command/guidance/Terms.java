package io.coachflow.command.guidance;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A word list: single words, phrases ({@code all kinds of}) and, with a final asterisk,
 * stems ({@code employ*}). Immutable.
 */
final class Terms {

	private static final Comparator<Term> LONGEST = Comparator.<Term>comparingInt((term) -> term.words().size())
		.thenComparingInt((term) -> term.name().length());

	// By first word, or by first letters where a stem stands alone: a look-up, not a
	// search,
	// however long the lists grow
	private final Map<String, List<Term>> byWord = new HashMap<>();

	private final Map<String, Term> byStem = new HashMap<>();

	private final int longestStem;

	/**
	 * Reads the entries of a word list.
	 * @throws IllegalArgumentException if an entry contains no word, or an asterisk
	 * anywhere but at its end
	 */
	Terms(Collection<String> entries) {
		entries.stream().map(Term::of).distinct().forEach((term) -> {
			if (term.stem() && term.words().size() == 1) {
				this.byStem.put(term.words().getFirst(), term);
			}
			else {
				this.byWord.merge(term.words().getFirst(), List.of(term),
						(left, right) -> Stream.concat(left.stream(), right.stream()).toList());
			}
		});
		this.longestStem = this.byStem.keySet().stream().mapToInt(String::length).max().orElse(0);
	}

	/** The longest entry that the words starting there match; empty if none does. */
	Optional<Term> at(List<Word> words, int start) {
		String first = words.get(start).text();
		Stream<Term> whole = this.byWord.getOrDefault(first, List.of())
			.stream()
			.filter((term) -> term.matches(words, start));
		Stream<@Nullable Term> stems = IntStream.rangeClosed(1, Math.min(first.length(), this.longestStem))
			.mapToObj((length) -> this.byStem.get(first.substring(0, length)));
		return Stream.concat(whole, stems.flatMap(Stream::ofNullable)).max(LONGEST);
	}

	/**
	 * One entry.
	 *
	 * @param words the words as compared; at least one
	 * @param stem whether the last word may go on
	 */
	record Term(List<String> words, boolean stem) {

		static Term of(String entry) {
			List<String> words = Words.of(entry).list().stream().map(Word::text).toList();
			if (words.isEmpty()) {
				throw new IllegalArgumentException("The entry \"" + entry + "\" of a word list contains no word");
			}
			int asterisk = entry.indexOf('*');
			if (asterisk >= 0 && asterisk != entry.length() - 1) {
				throw new IllegalArgumentException(
						"The entry \"" + entry + "\" of a word list has an asterisk before its end");
			}
			return new Term(words, entry.endsWith("*"));
		}

		String name() {
			return String.join(" ", this.words) + (this.stem ? "*" : "");
		}

		boolean matches(List<Word> text, int start) {
			int last = this.words.size() - 1;
			if (start + last >= text.size()) {
				return false;
			}
			String end = text.get(start + last).text();
			return IntStream.range(0, last).allMatch((i) -> this.words.get(i).equals(text.get(start + i).text()))
					&& (this.stem ? end.startsWith(this.words.get(last)) : end.equals(this.words.get(last)));
		}

	}

}
