package io.coachflow.saga.agent;

import java.util.Locale;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PlaceTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "Dakar, Sénégal | Dakar | Sénégal | SN", "Dakar, SENEGAL | Dakar | SENEGAL | SN",
					"Senegal | | Senegal | SN", "Dakar | Dakar | |", "Lyon, 3e, France | Lyon, 3e | France | FR",
					"Abidjan, Côte d’Ivoire | Abidjan | Côte d’Ivoire | CI", "Austin, USA | Austin | USA | US",
					"London, UK | London | UK | GB", "Goma, RDC | Goma | RDC | CD",
					"Nulle part, Atlantide | Nulle part | Atlantide |", "<b>Dakar</b>, Sénégal | Dakar | Sénégal | SN",
					", France | | France | FR", "Dakar, | Dakar | |", "Dakar,, Sénégal, , | Dakar | Sénégal | SN" })
	void aLocationIsACityACountryOrBoth(String location, @Nullable String city, @Nullable String country,
			@Nullable String code) {
		assertThat(Place.of(location)).isEqualTo(new Place(city, country, code));
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "  ", "<br>", "\u200b", ",", " , ," })
	void whereNothingIsSaidItIsNowhere(@Nullable String location) {
		assertThat(Place.of(location)).isEqualTo(Place.UNKNOWN);
	}

	@Test
	void everyCountryIsKnownInBothLanguages() {
		for (String code : Locale.getISOCountries()) {
			for (Locale language : new Locale[] { Locale.ENGLISH, Locale.FRENCH }) {
				String name = Locale.of("", code).getDisplayCountry(language);
				if (!name.contains(",")) {
					assertThat(Place.of(name).countryCode()).as(name).isNotNull();
				}
			}
		}
	}

	@Property
	void noLocationDoesHarm(@ForAll String location) {
		Place place = Place.of(location);

		assertThat(String.valueOf(place.city()) + place.country()).hasSizeLessThan(200);
		assertThat(place.equals(Place.UNKNOWN)).isEqualTo(place.city() == null && place.country() == null);
	}

}
