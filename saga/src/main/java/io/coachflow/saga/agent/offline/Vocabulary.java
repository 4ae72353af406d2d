package io.coachflow.saga.agent.offline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * The words of a language: which say something, and which are forms of one another.
 * Thread-safe.
 */
final class Vocabulary {

	private static final Pattern ELISION = Pattern.compile("(?i)^(?:l|d|j|m|t|s|n|c|qu|jusqu|lorsqu|puisqu)['’]");

	private static final Pattern FIGURE = Pattern.compile("\\d");

	private final Analyzer analyzer;

	private final WordClass context;

	private Vocabulary(Analyzer analyzer, WordClass context) {
		this.analyzer = analyzer;
		this.context = context;
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
		return new Vocabulary(french ? new FrenchAnalyzer(silent) : new EnglishAnalyzer(silent),
				french ? WordClass.FRENCH : WordClass.ENGLISH);
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
					words.add(new Word(term.toString(), word, start, offset.endOffset(),
							this.context.isVerb(text.substring(Math.max(0, start - WordClass.REACH), start), word)));
				}
			}
			stream.end();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("A text in memory could not be read", ex);
		}
		return words;
	}

	/** The stems of a text's words, figures included. */
	Set<String> stems(String text) {
		return words(text).stream().map(Word::stem).collect(Collectors.toUnmodifiableSet());
	}

	/** Whether what stands before a noun is in the gap: an article or a preposition. */
	boolean announcesNoun(String before) {
		return this.context.announcesNoun(before);
	}

	/** Whether two words with that between them are one expression. */
	boolean joins(String between) {
		return this.context.joins(between);
	}

	/**
	 * A word.
	 *
	 * @param stem what its forms have in common
	 * @param text as it is written, without an elided article
	 * @param verb whether it rather is one, as far as the words before it tell
	 */
	record Word(String stem, String text, int start, int end, boolean verb) {
	}

}
