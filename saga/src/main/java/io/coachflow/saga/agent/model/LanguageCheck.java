package io.coachflow.saga.agent.model;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import io.coachflow.text.PlainText;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;

/**
 * Whether texts are in English or in French, by the small words that no sentence does
 * without. Says nothing about a text that has few of them, such as a list of names.
 */
final class LanguageCheck {

	private static final Pattern GAPS = Pattern.compile("[^\\p{L}]+");

	/** Fewer may be a quotation or a name: "Le Bureau" is no French text. */
	private static final int EVIDENCE = 4;

	private static final Set<String> ENGLISH = words(EnglishAnalyzer.getDefaultStopSet(),
			FrenchAnalyzer.getDefaultStopSet());

	private static final Set<String> FRENCH = words(FrenchAnalyzer.getDefaultStopSet(),
			EnglishAnalyzer.getDefaultStopSet());

	private LanguageCheck() {
	}

	/**
	 * Whether the texts are in another language than they should be.
	 * @param language {@code en} or {@code fr}
	 */
	static boolean isWrong(List<String> texts, String language) {
		return clearlyWrong(String.join("\n", texts), language)
				|| texts.stream().anyMatch((text) -> clearlyWrong(text, language));
	}

	private static boolean clearlyWrong(String text, String language) {
		List<String> words = GAPS.splitAsStream(PlainText.lower(text)).toList();
		long english = words.stream().filter(ENGLISH::contains).count();
		long french = words.stream().filter(FRENCH::contains).count();
		long wrong = language.equals("fr") ? english : french;
		long right = language.equals("fr") ? french : english;
		return wrong >= EVIDENCE && wrong > 2 * right;
	}

	/** Those that the other language does not have. */
	private static Set<String> words(CharArraySet stopWords, CharArraySet others) {
		Set<String> words = new HashSet<>();
		for (Object word : stopWords) {
			String text = new String((char[]) word);
			if (!others.contains(text)) {
				words.add(text);
			}
		}
		return Set.copyOf(words);
	}

}
