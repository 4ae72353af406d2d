package io.coachflow.saga.agent.offline;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import io.coachflow.saga.agent.Place;
import io.coachflow.saga.agent.Resources;
import io.coachflow.text.Folding;

/**
 * What is known of countries: who counts people and companies there, and which cities and
 * regions tell the country.
 */
final class Countries {

	private final Map<String, Country> byCode;

	private final Map<String, Country> byPlace = new HashMap<>();

	private Countries(CountryFile known) {
		this.byCode = known.countries();
		this.byCode.values().forEach((country) -> learn(country.cities(), country));
		known.regions().forEach((code, regions) -> learn(regions, Objects.requireNonNull(this.byCode.get(code), code)));
	}

	private void learn(List<String> places, Country country) {
		places.forEach((place) -> this.byPlace.put(Folding.words(place), country));
	}

	static Countries load() {
		return new Countries(Resources.read("/agents/countries.yaml", CountryFile.class));
	}

	/** What stands last tells it: Paris, Texas is not in France. */
	Optional<Country> of(Place place) {
		if (place.countryCode() != null) {
			return Optional.ofNullable(this.byCode.get(place.countryCode()));
		}
		String last = (place.country() != null) ? place.country() : place.city();
		return (last != null) ? Optional.ofNullable(this.byPlace.get(Folding.words(last))) : Optional.empty();
	}

	/**
	 * All countries by their ISO code.
	 *
	 * @param regions that people name instead of the country, by its code
	 */
	record CountryFile(Map<String, Country> countries, Map<String, List<String>> regions) {
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
