package io.coachflow.query.search;

import java.text.Normalizer;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.coachflow.query.search.AnswerReader.AnswerWord;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.FrenchStemmer;

/**
 * The forms under which a word is indexed and searched for: its English and French stems
 * without accents. Two words match if they share a form. Thread-safe.
 */
final class WordForms {

	/**
	 * The stop words of both languages, without those that mean something in the other
	 * one.
	 */
	private static final Set<String> STOP = Stream
		.of(EnglishAnalyzer.getDefaultStopSet(), FrenchAnalyzer.getDefaultStopSet())
		.flatMap(WordForms::texts)
		.filter((word) -> !Set.of("été", "son", "ton").contains(word))
		.collect(Collectors.toUnmodifiableSet());

	// The accents of Latin, Greek and Cyrillic, and the optional vowel signs of Hebrew
	// and Arabic; not the vowels of Thai or Devanagari
	private static final Pattern ACCENTS = Pattern.compile("[\\u0300-\\u036F\\u0591-\\u05C7\\u064B-\\u0652\\u0670]++");

	private static final int REMEMBERED = 20_000;

	private final Cache<String, List<String>> known = Caffeine.newBuilder().maximumSize(REMEMBERED).build();

	private static Stream<String> texts(CharArraySet words) {
		return StreamSupport.stream(words.spliterator(), false).map((word) -> new String((char[]) word));
	}

	/** The distinct forms of a word in lower case; empty for a stop word. */
	List<String> of(AnswerWord word) {
		return word.unspaced() ? List.of(word.text()) : this.known.get(word.text(), WordForms::forms);
	}

	private static List<String> forms(String word) {
		if (STOP.contains(word)) {
			return List.of();
		}
		String plain = folded(word);
		// With the accents, which the stemmer needs (terminée, terminer), and without,
		// for people who type none
		return Stream
			.of(stem(new EnglishStemmer(), plain), stem(new FrenchStemmer(), plain),
					plain.equals(word) ? "" : folded(stem(new FrenchStemmer(), word)))
			.filter((form) -> !form.isEmpty())
			.distinct()
			.toList();
	}

	private static String stem(SnowballStemmer stemmer, String word) {
		stemmer.setCurrent(word);
		stemmer.stem();
		return stemmer.getCurrent();
	}

	private static String folded(String word) {
		if (word.chars().allMatch((character) -> character < 0x80)) {
			return word;
		}
		String base = ACCENTS.matcher(Normalizer.normalize(word, Normalizer.Form.NFD)).replaceAll("");
		return Normalizer.normalize(base, Normalizer.Form.NFC).replace("œ", "oe").replace("æ", "ae").replace("ß", "ss");
	}

}
