package io.coachflow.saga.agent.offline;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import io.coachflow.saga.agent.offline.Figures.Price;
import io.coachflow.text.Folding;

/**
 * How a language writes: quotation marks, spaces, places, numbers and sentences.
 *
 * @param locale English or French
 */
record Wording(Locale locale) {

	private static final Pattern BEFORE_MARKS = Pattern.compile("(?<=\\S) (?=[;:!?»%€])");

	private static final Pattern AFTER_QUOTE = Pattern.compile("(?<=«) ");

	private static final Pattern ABBREVIATED = Pattern.compile("\\.\\p{L}$");

	private static final String LAST_MARKS = " .,;:!?…";

	// Of the folded name: d’Ypres, but de Yaoundé
	private static final Pattern VOWEL = Pattern.compile("[aeiouœæ]|y(?![aeiou])");

	private static final Pattern WITH_ARTICLE = Pattern.compile("(?:United|Netherlands|Philippines|Gambia|Bahamas).*");

	boolean french() {
		return this.locale.getLanguage().equals("fr");
	}

	/** The text with the spaces that the language puts before its marks. */
	String set(String text) {
		return french() ? AFTER_QUOTE.matcher(BEFORE_MARKS.matcher(text).replaceAll("\u00A0")).replaceAll("\u00A0")
				: text;
	}

	/** Begins with a capital and ends with a mark. */
	String sentence(String text) {
		String begun = capital(text);
		int last = begun.codePointBefore(begun.length());
		if (",;:".indexOf(last) >= 0) {
			return begun.substring(0, begun.length() - 1).strip() + ".";
		}
		return (Character.isLetterOrDigit(last) || ")’'%€$".indexOf(last) >= 0) ? begun + "." : begun;
	}

	String capital(String text) {
		int first = text.codePointAt(0);
		return Character.toString(Character.toTitleCase(first)) + text.substring(Character.charCount(first));
	}

	/** Begins with a small letter, unless it begins with a name or an abbreviation. */
	String small(String text) {
		String first = text.split("[ ’']", 2)[0];
		boolean ordinary = first.substring(Character.charCount(first.codePointAt(0)))
			.codePoints()
			.noneMatch(Character::isUpperCase);
		return ordinary ? text.substring(0, 1).toLowerCase(this.locale) + text.substring(1) : text;
	}

	/** The text without the marks at its end, to be quoted inside a sentence. */
	String bare(String text) {
		int end = text.length();
		while (end > 0 && LAST_MARKS.indexOf(text.charAt(end - 1)) >= 0) {
			end--;
		}
		// An abbreviation keeps its point: a.m.
		if (ABBREVIATED.matcher(text).region(Math.max(0, end - 3), end).find()) {
			end = Math.min(end + 1, text.length());
		}
		String bare = text.substring(0, end);
		return bare.isEmpty() ? text : bare + (text.endsWith("…") ? "…" : "");
	}

	String quoted(String text) {
		return french() ? "«\u00A0" + text + "\u00A0»" : "“" + text + "”";
	}

	/** One, two and three. */
	String list(List<String> items) {
		if (items.size() < 2) {
			return String.join("", items);
		}
		return String.join(", ", items.subList(0, items.size() - 1)) + (french() ? " et " : " and ") + items.getLast();
	}

	String inCity(String city) {
		return french() ? contracted("à ", "au ", "aux ", city) : "in " + city;
	}

	String ofCity(String city) {
		String of = VOWEL.matcher(Folding.of(city)).lookingAt() ? "d’" : "de ";
		return french() ? contracted(of, "du ", "des ", city) : "of " + city;
	}

	private static String contracted(String alone, String withLe, String withLes, String city) {
		if (city.startsWith("Le ")) {
			return withLe + city.substring("Le ".length());
		}
		return city.startsWith("Les ") ? withLes + city.substring("Les ".length()) : alone + city;
	}

	String inCountry(String country) {
		return WITH_ARTICLE.matcher(country).matches() ? "in the " + country : "in " + country;
	}

	String number(BigDecimal number) {
		return NumberFormat.getNumberInstance(this.locale).format(number);
	}

	String price(Price price) {
		String amount = number(price.amount());
		return price.before() ? price.currency() + amount : amount + "\u00A0" + price.currency();
	}

}
