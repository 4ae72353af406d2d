package io.coachflow.saga.agent.offline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.coachflow.text.PlainText;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * The words of a language: which say something, which are forms of one another, and what
 * the word before tells about them. Thread-safe.
 */
final class Vocabulary {

	private static final Pattern ELISION = Pattern.compile("(?i)^(?:l|d|j|m|t|s|n|c|qu|jusqu|lorsqu|puisqu)['’]");

	private static final Pattern FIGURE = Pattern.compile("\\d");

	private static final Pattern SMALL = Pattern.compile("\\p{Ll}.*");

	private static final Set<String> ENGLISH_PRONOUNS = set(
			"we|i|they|who|you|he|she|it|can|will|must|should|would|" + "could|cannot|not|t|to|let|help|helps");

	private static final Set<String> ENGLISH_ARTICLES = set(
			"a|an|the|our|your|their|of|with|for|from|in|on|by|and|every|each");

	private static final Set<String> FRENCH_PRONOUNS = set("nous|je|j'|vous|ils|elles|on|il|elle|qui|se|s'|ne|n'|me|"
			+ "m'|y|peut|peuvent|veulent|veut|doit|doivent|faut|sans");

	private static final Set<String> FRENCH_ARTICLES = set(
			"le|la|les|l'|un|une|des|du|de|d'|au|aux|notre|nos|leur|" + "leurs|votre|vos|et|en|chaque|ce|cette");

	private static final Set<String> ENGLISH_GAPS = set(" |-");

	private static final Set<String> FRENCH_GAPS = set(
			" | de | d'| du | des | de la | de l'| à | au | aux | à la | en ");

	private static final Set<String> BEFORE_INFINITIVE = set("pour|de|d'|à");

	private static final Pattern INFINITIVE = Pattern
		.compile("(?!.*(?:ier|iers|boulanger|hiver|foyer|loyer|potager|verger|mer|fer)$).{3,}(?:er|ir|oir|dre|ttre)");

	private static final Pattern PARTICIPLE = Pattern.compile("\\p{Ll}{3,}(?<!t|ch|f|i)ée?s?");

	// No word that tells something is longer
	private static final int REACH = 24;

	private final Analyzer analyzer;

	private final boolean french;

	private Vocabulary(Analyzer analyzer, boolean french) {
		this.analyzer = analyzer;
		this.french = french;
	}

	/**
	 * The vocabulary of a language.
	 * @param stop words that say nothing of a business, besides those that say nothing at
	 * all
	 */
	static Vocabulary of(Locale language, List<String> stop) {
		boolean french = language.getLanguage().equals("fr");
		CharArraySet silent = new CharArraySet(stop, true);
		silent.addAll(french ? FrenchAnalyzer.getDefaultStopSet() : EnglishAnalyzer.getDefaultStopSet());
		return new Vocabulary(french ? new FrenchAnalyzer(silent) : new EnglishAnalyzer(silent), french);
	}

	private static Set<String> set(String words) {
		return Set.of(words.split("\\|"));
	}

	/** The words that say something, in their order; figures left out. */
	List<Word> words(String text) {
		List<Word> words = new ArrayList<>();
		try (TokenStream stream = this.analyzer.tokenStream("text", text)) {
			CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
			OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
			stream.reset();
			while (stream.incrementToken()) {
				String surface = text.substring(offset.startOffset(), offset.endOffset());
				String word = ELISION.matcher(surface).replaceFirst("");
				int start = offset.endOffset() - word.length();
				if (!FIGURE.matcher(word).find()) {
					String before = wordBefore(text, start);
					boolean noun = (this.french ? FRENCH_ARTICLES : ENGLISH_ARTICLES).contains(before);
					words.add(new Word(term.toString(), word, start, offset.endOffset(), noun,
							isVerb(before, word, noun)));
				}
			}
			stream.end();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("A text in memory could not be read", ex);
		}
		return words;
	}

	// In lower case, with its apostrophe where it is elided; empty after a mark
	private static String wordBefore(String text, int at) {
		int least = Math.max(0, at - REACH);
		int end = at;
		while (end > least && text.charAt(end - 1) == ' ') {
			end--;
		}
		boolean elided = end > least && "'’".indexOf(text.charAt(end - 1)) >= 0;
		int last = elided ? end - 1 : end;
		int first = last;
		while (first > least && Character.isLetter(text.charAt(first - 1))) {
			first--;
		}
		return PlainText.lower(text.substring(first, last)) + (elided ? "'" : "");
	}

	private boolean isVerb(String before, String word, boolean noun) {
		if (!this.french) {
			return ENGLISH_PRONOUNS.contains(before) && SMALL.matcher(word).matches();
		}
		return (!noun && PARTICIPLE.matcher(word).matches())
				|| (SMALL.matcher(word).matches() && (FRENCH_PRONOUNS.contains(before)
						|| (BEFORE_INFINITIVE.contains(before) && INFINITIVE.matcher(word).matches())));
	}

	/** The stems of a text's words; figures left out. */
	Set<String> stems(String text) {
		return words(text).stream().map(Word::stem).collect(Collectors.toUnmodifiableSet());
	}

	/** Whether two words with that between them are one expression. */
	boolean joins(String between) {
		return (this.french ? FRENCH_GAPS : ENGLISH_GAPS).contains(between.replace('’', '\''));
	}

	/**
	 * A word.
	 *
	 * @param stem what its forms have in common
	 * @param text as it is written, without an elided article
	 * @param noun whether an article or a preposition stands before it
	 * @param verb whether it rather is one, as far as the word before it tells
	 */
	record Word(String stem, String text, int start, int end, boolean noun, boolean verb) {
	}

}
