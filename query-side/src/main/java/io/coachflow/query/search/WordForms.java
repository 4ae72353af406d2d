package io.coachflow.query.search;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.coachflow.query.search.AnswerReader.AnswerWord;
import io.coachflow.query.text.Folded;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.FrenchStemmer;

/**
 * The forms under which a word is indexed and searched for: its English and French stems
 * without accents. Two words match if they share a form. A word that is searched for has
 * all its forms, and a word of an answer those of the answer's language. Thread-safe.
 */
final class WordForms {

	private static final Set<String> ENGLISH = texts(EnglishAnalyzer.getDefaultStopSet());

	private static final Set<String> FRENCH = texts(FrenchAnalyzer.getDefaultStopSet());

	/** Stop words of one language that mean something in the other one. */
	private static final Set<String> MEANINGFUL = Set.of("été", "son", "ton");

	/** Fewer stop words may be a name or a quotation. */
	private static final int CLEAR = 4;

	private static final int REMEMBERED = 20_000;

	private final Cache<String, Forms> known = Caffeine.newBuilder().maximumSize(REMEMBERED).build();

	/** The language of a text, as far as its stop words tell. */
	enum Language {

		ENGLISH, FRENCH, UNCLEAR;

		static Language of(List<AnswerWord> words) {
			int english = 0;
			int french = 0;
			for (AnswerWord word : words) {
				boolean inEnglish = WordForms.ENGLISH.contains(word.text());
				boolean inFrench = WordForms.FRENCH.contains(word.text());
				english += (inEnglish && !inFrench) ? 1 : 0;
				french += (inFrench && !inEnglish) ? 1 : 0;
			}
			if (english >= CLEAR && english > 2 * french) {
				return ENGLISH;
			}
			return (french >= CLEAR && french > 2 * english) ? FRENCH : UNCLEAR;
		}

	}

	private record Forms(List<String> english, List<String> french, List<String> all) {

		List<String> in(Language language) {
			return switch (language) {
				case ENGLISH -> this.english;
				case FRENCH -> this.french;
				case UNCLEAR -> this.all;
			};
		}

	}

	private static Set<String> texts(CharArraySet words) {
		return StreamSupport.stream(words.spliterator(), false)
			.map((word) -> new String((char[]) word))
			.collect(Collectors.toUnmodifiableSet());
	}

	/** The distinct forms of a word in lower case; empty for a stop word. */
	List<String> of(AnswerWord word, Language language) {
		return word.unspaced() ? List.of(word.text()) : this.known.get(word.text(), WordForms::forms).in(language);
	}

	private static Forms forms(String word) {
		if ((ENGLISH.contains(word) || FRENCH.contains(word)) && !MEANINGFUL.contains(word)) {
			return new Forms(List.of(), List.of(), List.of());
		}
		String plain = Folded.withoutAccents(word);
		List<String> english = distinct(Stream.of(stem(new EnglishStemmer(), plain)));
		// With the accents, which the stemmer needs (terminée, terminer), and without,
		// for people who type none
		List<String> french = distinct(Stream.of(stem(new FrenchStemmer(), plain),
				plain.equals(word) ? "" : Folded.withoutAccents(stem(new FrenchStemmer(), word))));
		return new Forms(english, french, distinct(Stream.concat(english.stream(), french.stream())));
	}

	private static List<String> distinct(Stream<String> forms) {
		return forms.filter((form) -> !form.isEmpty()).distinct().toList();
	}

	private static String stem(SnowballStemmer stemmer, String word) {
		stemmer.setCurrent(word);
		stemmer.stem();
		return stemmer.getCurrent();
	}

}
