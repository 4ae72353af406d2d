package io.coachflow.command.guidance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
	// search, however long the lists grow. The longest first
	private final Map<String, List<Term>> byWord = new HashMap<>();

	private final Map<String, List<Term>> byStem = new HashMap<>();

	private final int shortestStem;

	/**
	 * Reads the entries of a word list.
	 * @throws IllegalArgumentException if an entry contains no word, or an asterisk
	 * anywhere but at its end
	 */
	Terms(Collection<String> entries) {
		List<Term> terms = entries.stream().map(Term::of).distinct().sorted(LONGEST.reversed()).toList();
		this.shortestStem = terms.stream()
			.filter(Term::loneStem)
			.mapToInt((term) -> term.words().getFirst().length())
			.min()
			.orElse(Integer.MAX_VALUE);
		for (Term term : terms) {
			String first = term.words().getFirst();
			(term.loneStem() ? this.byStem : this.byWord)
				.computeIfAbsent(term.loneStem() ? first.substring(0, this.shortestStem) : first,
						(_) -> new ArrayList<>())
				.add(term);
		}
	}

	/** The words with which entries begin, a stem among them without its asterisk. */
	Set<String> firstWords() {
		Set<String> firstWords = new HashSet<>(this.byWord.keySet());
		this.byStem.values().stream().flatMap(List::stream).forEach((term) -> firstWords.add(term.words().getFirst()));
		return firstWords;
	}

	/** The entries that may begin with the word, the longest first. */
	List<Term> beginningWith(String word) {
		List<Term> whole = this.byWord.getOrDefault(word, List.of());
		List<Term> stem = stemOf(word);
		if (whole.isEmpty() || stem.isEmpty()) {
			return whole.isEmpty() ? stem : whole;
		}
		return Stream.of(whole, stem).flatMap(List::stream).sorted(LONGEST.reversed()).toList();
	}

	/** The longest entry that is a stem of the word, if there is one. */
	List<Term> stemOf(String word) {
		if (word.length() >= this.shortestStem) {
			for (Term term : this.byStem.getOrDefault(word.substring(0, this.shortestStem), List.of())) {
				if (word.startsWith(term.words().getFirst())) {
					return List.of(term);
				}
			}
		}
		return List.of();
	}

	/** The longest entry that the words starting there match; empty if none does. */
	Optional<Term> at(List<Token> words, int start) {
		return Optional.ofNullable(firstMatch(beginningWith(words.get(start).text()), words, start));
	}

	/** The first of the entries that the words starting there match. */
	static @Nullable Term firstMatch(List<Term> terms, List<Token> words, int start) {
		for (Term term : terms) {
			if (term.matches(words, start)) {
				return term;
			}
		}
		return null;
	}

	/**
	 * One entry.
	 *
	 * @param words the words as compared; at least one
	 * @param stem whether the last word may go on
	 * @param name the entry in the form in which entries are compared
	 */
	record Term(List<String> words, boolean stem, String name) {

		static Term of(String entry) {
			List<String> words = Tokens.of(entry).list().stream().map(Token::text).toList();
			if (words.isEmpty()) {
				throw new IllegalArgumentException("The entry \"" + entry + "\" of a word list contains no word");
			}
			int asterisk = entry.indexOf('*');
			if (asterisk >= 0 && asterisk != entry.length() - 1) {
				throw new IllegalArgumentException(
						"The entry \"" + entry + "\" of a word list has an asterisk before its end");
			}
			boolean stem = entry.endsWith("*");
			return new Term(words, stem, String.join(" ", words) + (stem ? "*" : ""));
		}

		boolean loneStem() {
			return this.stem && this.words.size() == 1;
		}

		boolean matches(List<Token> text, int start) {
			int last = this.words.size() - 1;
			if (start + last >= text.size()) {
				return false;
			}
			for (int i = 0; i < last; i++) {
				if (!this.words.get(i).equals(text.get(start + i).text())) {
					return false;
				}
			}
			String end = text.get(start + last).text();
			return this.stem ? end.startsWith(this.words.get(last)) : end.equals(this.words.get(last));
		}

	}

}
