package io.coachflow.command.partner;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.coachflow.contracts.session.Business;
import io.coachflow.contracts.session.Fact;
import io.coachflow.text.Folding;

/**
 * What must not be lost when a text is put in other words: its figures and its names.
 *
 * @param figures how often each occurs, in the form in which figures are compared
 * @param names the words of names, folded, and how often each occurs
 */
record Substance(Map<String, Integer> figures, Map<String, Integer> names) {

	/** 1,500 and 3.5, and 1 500 with any of the spaces that stand in figures. */
	private static final Pattern FIGURE = Pattern.compile("\\p{Nd}++(?:[.,\u00A0\u202F ]\\p{Nd}++)*+");

	private static final Pattern SPACES = Pattern.compile("[\u00A0\u202F ]++");

	private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{Nd}]++(?:['’-][\\p{L}\\p{M}\\p{Nd}]++)*+");

	private static final String BORDERS = ".!?…:•\n\r";

	/** A single capital letter is an initial, a bullet, or "I". */
	private static final int SHORTEST_NAME = 2;

	/**
	 * The substance of a text. A word with a capital letter within a sentence is a name,
	 * and so is a fact about the business.
	 */
	static Substance of(String text, Business business) {
		Map<String, Integer> names = mostlyCapitals(text) ? new HashMap<>() : capitals(text);
		Map<String, Integer> words = words(text);
		for (Fact fact : new Fact[] { Fact.BUSINESS_NAME, Fact.CITY, Fact.COUNTRY }) {
			String told = fact.in(business);
			Map<String, Integer> known = (told != null) ? words(told) : Map.of();
			if (known.keySet().stream().allMatch(words::containsKey)) {
				known.keySet().forEach((word) -> names.merge(word, 1, Math::max));
			}
		}
		return new Substance(figures(text), names);
	}

	/** The figures of a text, and how often each occurs. */
	static Map<String, Integer> figures(String text) {
		Map<String, Integer> figures = new HashMap<>();
		Matcher found = FIGURE.matcher(text);
		while (found.find()) {
			figures.merge(SPACES.matcher(found.group()).replaceAll(""), 1, Integer::sum);
		}
		return figures;
	}

	/** Whether a text has exactly these figures, and all of these names. */
	boolean isKeptBy(String other) {
		Map<String, Integer> words = words(other);
		return figures(other).equals(this.figures) && this.names.entrySet()
			.stream()
			.allMatch((name) -> words.getOrDefault(name.getKey(), 0) >= name.getValue());
	}

	/** Whether each figure of a text is in one of the others. */
	static boolean inventsNoFigure(String text, Iterable<String> others) {
		Set<String> known = new HashSet<>();
		others.forEach((other) -> known.addAll(figures(other).keySet()));
		return known.containsAll(figures(text).keySet());
	}

	private static Map<String, Integer> capitals(String text) {
		Map<String, Integer> names = new HashMap<>();
		Matcher found = WORD.matcher(text);
		int end = 0;
		while (found.find()) {
			boolean opens = end == 0
					|| text.substring(end, found.start()).chars().anyMatch((between) -> BORDERS.indexOf(between) >= 0);
			end = found.end();
			if (!opens && Character.isUpperCase(found.group().codePointAt(0))
					&& found.group().length() >= SHORTEST_NAME) {
				words(found.group()).forEach((word, times) -> names.merge(word, times, Integer::sum));
			}
		}
		return names;
	}

	private static boolean mostlyCapitals(String text) {
		Matcher found = WORD.matcher(text);
		int words = 0;
		int capitals = 0;
		while (found.find()) {
			words++;
			capitals += Character.isUpperCase(found.group().codePointAt(0)) ? 1 : 0;
		}
		return 2 * capitals > words;
	}

	private static Map<String, Integer> words(String text) {
		Map<String, Integer> words = new HashMap<>();
		for (String word : Folding.words(text).split(" ")) {
			if (!word.isEmpty()) {
				words.merge(word, 1, Integer::sum);
			}
		}
		return words;
	}

}
