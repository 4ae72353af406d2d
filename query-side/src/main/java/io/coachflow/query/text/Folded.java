package io.coachflow.query.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Texts without what people leave out when they type.
 */
public final class Folded {

	// The accents of Latin, Greek and Cyrillic, and the optional vowel signs of Hebrew
	// and Arabic; not the vowels of Thai or Devanagari
	private static final Pattern ACCENTS = Pattern.compile("[\\u0300-\\u036F\\u0591-\\u05C7\\u064B-\\u0652\\u0670]++");

	private Folded() {
	}

	/** The text in lower case and without accents; may be empty. */
	public static String of(String text) {
		// The end of a Greek word has a small letter of its own
		return withoutAccents(text.toLowerCase(Locale.ROOT)).replace('ς', 'σ');
	}

	/** A text in lower case without its accents; ligatures become two letters. */
	public static String withoutAccents(String text) {
		if (text.chars().allMatch((character) -> character < 0x80)) {
			return text;
		}
		// Before normalizing as well: sorting a run of marks takes quadratic time
		String letters = ACCENTS.matcher(text).replaceAll("");
		String base = ACCENTS.matcher(Normalizer.normalize(letters, Normalizer.Form.NFD)).replaceAll("");
		return Normalizer.normalize(base, Normalizer.Form.NFC).replace("œ", "oe").replace("æ", "ae").replace("ß", "ss");
	}

}
