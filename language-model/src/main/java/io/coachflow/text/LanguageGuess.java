package io.coachflow.text;

import java.util.Collection;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Guesses from stop words whether a text is English or French. Texts with few stop words,
 * such as a list of names, count as neither.
 */
public final class LanguageGuess {

	/** Fewer may be a quotation or a name: "Le Bureau" is not a French text. */
	private static final int MIN_STOP_WORDS = 4;

	private final Set<String> english;

	private final Set<String> french;

	/**
	 * Creates the guess. Words of both languages are left out.
	 * @param english English stop words, in the form in which texts are compared
	 * @param french French stop words, likewise
	 */
	public LanguageGuess(Set<String> english, Set<String> french) {
		this.english = without(french, english);
		this.french = without(english, french);
	}

	/**
	 * Whether the other language's stop words clearly outnumber those of the given one.
	 * @param language {@code en} or {@code fr}
	 */
	public boolean isAnother(Collection<String> words, String language) {
		long inEnglish = words.stream().filter(this.english::contains).count();
		long inFrench = words.stream().filter(this.french::contains).count();
		long wrong = language.equals("fr") ? inEnglish : inFrench;
		long right = language.equals("fr") ? inFrench : inEnglish;
		return wrong >= MIN_STOP_WORDS && wrong > 2 * right;
	}

	private static Set<String> without(Set<String> others, Set<String> words) {
		return words.stream().filter(Predicate.not(others::contains)).collect(Collectors.toUnmodifiableSet());
	}

}
