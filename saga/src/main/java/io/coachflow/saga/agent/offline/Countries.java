package io.coachflow.saga.agent.offline;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import io.coachflow.saga.agent.Place;
import io.coachflow.saga.agent.Resources;

/**
 * What is known of countries: who counts people and companies there, and which cities
 * tell the country.
 */
final class Countries {

	private final Map<String, Country> countries;

	private final Map<String, Country> byCity = new HashMap<>();

	private Countries(Map<String, Country> countries) {
		this.countries = Map.copyOf(countries);
		countries.values()
			.forEach((country) -> country.cities()
				.forEach((city) -> this.byCity.put(city.toLowerCase(Locale.ROOT), country)));
	}

	static Countries load() {
		return new Countries(Resources.read("/agents/countries.yaml", CountryFile.class).countries());
	}

	Optional<Country> of(Place place) {
		if (place.countryCode() != null) {
			return Optional.ofNullable(this.countries.get(place.countryCode()));
		}
		return (place.city() != null) ? Optional.ofNullable(this.byCity.get(place.city().toLowerCase(Locale.ROOT)))
				: Optional.empty();
	}

	record CountryFile(Map<String, Country> countries) {
	}

	/**
	 * A country.
	 *
	 * @param in where it is, in French: the article cannot be derived
	 * @param office the statistics office, by language
	 * @param chamber what the chamber of commerce is called, by language
	 * @param cities whose name alone tells the country
	 */
	record Country(String in, Map<String, String> office, Map<String, String> chamber, List<String> cities) {
	}

}
