package io.coachflow.text;

import java.util.Collection;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Guesses whether words are English or French, by the small words that no sentence does
 * without. Says nothing about a text that has few of them, such as a list of names.
 */
public final class LanguageGuess {

	/** Fewer may be a quotation or a name: "Le Bureau" is no French text. */
	private static final int EVIDENCE = 4;

	private final Set<String> english;

	private final Set<String> french;

	/**
	 * Creates the guess. Words of both languages tell nothing and are left out.
	 * @param english small words of English, in the form in which texts are compared
	 * @param french those of French
	 */
	public LanguageGuess(Set<String> english, Set<String> french) {
		this.english = without(french, english);
		this.french = without(english, french);
	}

	/**
	 * Whether the small words of the other language clearly prevail.
	 * @param language {@code en} or {@code fr}
	 */
	public boolean isAnother(Collection<String> words, String language) {
		long inEnglish = words.stream().filter(this.english::contains).count();
		long inFrench = words.stream().filter(this.french::contains).count();
		long wrong = language.equals("fr") ? inEnglish : inFrench;
		long right = language.equals("fr") ? inFrench : inEnglish;
		return wrong >= EVIDENCE && wrong > 2 * right;
	}

	private static Set<String> without(Set<String> others, Set<String> words) {
		return words.stream().filter(Predicate.not(others::contains)).collect(Collectors.toUnmodifiableSet());
	}

}
