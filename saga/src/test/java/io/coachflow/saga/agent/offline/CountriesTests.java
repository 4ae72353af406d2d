package io.coachflow.saga.agent.offline;

import java.util.Arrays;
import java.util.Locale;

import io.coachflow.saga.agent.Place;
import io.coachflow.saga.agent.Resources;
import io.coachflow.saga.agent.offline.Countries.CountryFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CountriesTests {

	private final Countries countries = Countries.load();

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "Dakar, Sénégal | au Sénégal", "Senegal | au Sénégal", "Dakar | au Sénégal", "DAKAR | au Sénégal",
					"Lyon, France | en France", "Montreal | au Canada", "Paris, Texas | aux États-Unis",
					"Austin, TX | aux États-Unis", "Montréal, Québec | au Canada", "Lille, hauts de france | en France",
					"Plateau, Dakar | au Sénégal" })
	void aCountryIsKnownByItsNameARegionOrACity(String location, String in) {
		assertThat(this.countries.of(Place.of(location))).hasValueSatisfying((it) -> assertThat(it.in()).isEqualTo(in));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Atlantis", "Springfield", "Reykjavik, Islande du Sud", "Paris, Atlantis",
			"Casablanca, MA" })
	void whatIsNotKnownIsNotGuessed(String location) {
		assertThat(this.countries.of(Place.of(location))).isEmpty();
	}

	@Test
	void eachHasAnIsoCodeAndItsOffices() {
		Resources.read("/agents/countries.yaml", CountryFile.class).countries().forEach((code, country) -> {
			assertThat(Arrays.asList(Locale.getISOCountries())).contains(code);
			assertThat(country.in()).as(code).matches("(?:en|au|aux|à|à la) .+");
			assertThat(country.office().keySet()).as(code).isNotEmpty().isSubsetOf("en", "fr");
			assertThat(country.chamber().keySet()).as(code).isSubsetOf("en", "fr");
		});
	}

	@Test
	void noCityTellsTwoCountries() {
		assertThat(Resources.read("/agents/countries.yaml", CountryFile.class)
			.countries()
			.values()
			.stream()
			.flatMap((country) -> country.cities().stream())
			.map((city) -> city.toLowerCase(Locale.ROOT))).doesNotHaveDuplicates();
	}

	@Test
	void noRegionIsACountryNorItsCode() {
		Resources.read("/agents/countries.yaml", CountryFile.class)
			.regions()
			.values()
			.forEach((regions) -> assertThat(regions)
				.doesNotContainAnyElementsOf(Arrays.asList(Locale.getISOCountries()))
				.allSatisfy((region) -> assertThat(Place.of(region).countryCode()).isNull()));
	}

}
