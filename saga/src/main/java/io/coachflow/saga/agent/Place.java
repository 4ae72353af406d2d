package io.coachflow.saga.agent;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import io.coachflow.text.Folding;
import io.coachflow.text.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * Where a business is.
 *
 * @param city as the entrepreneur wrote it; absent if only a country is known
 * @param country as the entrepreneur wrote it; absent if only a city is known
 * @param countryCode ISO 3166-1 alpha-2; absent if the country is not recognised
 */
public record Place(@Nullable String city, @Nullable String country, @Nullable String countryCode) {

	/** No known place. */
	public static final Place UNKNOWN = new Place(null, null, null);

	private static final int LONGEST = 80;

	/** Commas that part nothing. */
	private static final Pattern ENDS = Pattern.compile("^[\\s,]+|[\\s,]+$");

	private static final Map<String, String> CODES = codes();

	/** Reads {@code city, country}, a city or a country. */
	public static Place of(@Nullable String location) {
		String plain = (location != null) ? trimmed(PlainText.shortened(PlainText.of(location), LONGEST)) : "";
		if (plain.isEmpty()) {
			return UNKNOWN;
		}
		int comma = plain.lastIndexOf(',');
		String last = plain.substring(comma + 1).strip();
		String code = CODES.get(Folding.words(last));
		if (comma > 0) {
			return new Place(trimmed(plain.substring(0, comma)), last, code);
		}
		return (code != null) ? new Place(null, last, code) : new Place(last, null, null);
	}

	private static String trimmed(String text) {
		return ENDS.matcher(text).replaceAll("");
	}

	private static Map<String, String> codes() {
		Map<String, String> codes = new HashMap<>();
		for (String code : Locale.getISOCountries()) {
			Locale country = Locale.of("", code);
			codes.put(Folding.words(country.getDisplayCountry(Locale.ENGLISH)), code);
			codes.put(Folding.words(country.getDisplayCountry(Locale.FRENCH)), code);
		}
		// Common names that CLDR does not have
		Map.of("usa", "US", "united states of america", "US", "uk", "GB", "england", "GB", "cote d ivoire", "CI",
				"ivory coast", "CI", "rdc", "CD", "drc", "CD", "congo", "CG", "etats unis d amerique", "US")
			.forEach(codes::put);
		codes.remove("");
		return Map.copyOf(codes);
	}

}
