package io.coachflow.saga.agent.model;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import io.coachflow.text.LanguageGuess;
import io.coachflow.text.PlainText;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;

/**
 * Whether texts are in English or in French, by the stop words of both.
 */
final class LanguageCheck {

	private static final Pattern GAPS = Pattern.compile("[^\\p{L}]+");

	private static final LanguageGuess GUESS = new LanguageGuess(words(EnglishAnalyzer.getDefaultStopSet()),
			words(FrenchAnalyzer.getDefaultStopSet()));

	private LanguageCheck() {
	}

	/**
	 * Whether the texts together, or one of them, are in another language.
	 * @param language {@code en} or {@code fr}
	 */
	static boolean isWrong(List<String> texts, String language) {
		return isAnother(String.join("\n", texts), language)
				|| texts.stream().anyMatch((text) -> isAnother(text, language));
	}

	private static boolean isAnother(String text, String language) {
		return GUESS.isAnother(GAPS.splitAsStream(PlainText.lower(text)).toList(), language);
	}

	private static Set<String> words(CharArraySet stopWords) {
		return StreamSupport.stream(stopWords.spliterator(), false)
			.map((word) -> new String((char[]) word))
			.collect(Collectors.toUnmodifiableSet());
	}

}
