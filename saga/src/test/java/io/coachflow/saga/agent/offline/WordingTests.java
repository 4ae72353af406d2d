package io.coachflow.saga.agent.offline;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

import io.coachflow.saga.agent.offline.Figures.Price;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotBlank;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class WordingTests {

	private static final String HARD = "\u00A0";

	private final Wording french = new Wording(Locale.FRENCH);

	private final Wording english = new Wording(Locale.ENGLISH);

	@Test
	void frenchMarksHaveHardSpacesAndEnglishOnesHaveNone() {
		assertThat(this.french.set("Quoi ? « Oui » : 5 % et 9 €"))
			.isEqualTo("Quoi" + HARD + "? «" + HARD + "Oui" + HARD + "»" + HARD + ": 5" + HARD + "% et 9" + HARD + "€");
		assertThat(this.english.set("What ?")).isEqualTo("What ?");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			value = { "we bake | We bake.", "We bake! | We bake!", "we bake, | We bake.", "we bake; | We bake.",
					"“bread” | “bread”", "é | É.", "for $9 | For $9.", "5 % | 5 %.", "bread 🥖 | Bread 🥖" })
	void aSentenceBeginsWithACapitalAndEndsWithAMark(String text, String sentence) {
		assertThat(this.english.sentence(text)).isEqualTo(sentence);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "We bake | we bake", "École de code | école de code",
			"HACCP rules | HACCP rules", "L’École | l’École", "McDonald | McDonald" })
	void aTextBeginsSmallUnlessItBeginsWithAName(String text, String small) {
		assertThat(this.french.small(text)).isEqualTo(small);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', value = { "bread. | bread", "bread!? | bread",
			"at 6 a.m. | at 6 a.m.", "bread… | bread…", "... | ...", "bread | bread" })
	void aBareTextEndsWithoutAMark(String text, String bare) {
		assertThat(this.english.bare(text)).isEqualTo(bare);
	}

	@Test
	void aListEndsWithAnAnd() {
		assertThat(this.english.list(List.of())).isEmpty();
		assertThat(this.english.list(List.of("a"))).isEqualTo("a");
		assertThat(this.english.list(List.of("a", "b", "c"))).isEqualTo("a, b and c");
		assertThat(this.french.list(List.of("a", "b"))).isEqualTo("a et b");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "Dakar | à Dakar | de Dakar", "Le Caire | au Caire | du Caire",
					"Les Abymes | aux Abymes | des Abymes", "Abidjan | à Abidjan | d’Abidjan", "Évry | à Évry | d’Évry",
					"Île-Rousse | à Île-Rousse | d’Île-Rousse", "œuf | à œuf | d’œuf", "Ypres | à Ypres | d’Ypres",
					"Yaoundé | à Yaoundé | de Yaoundé" })
	void aFrenchCityTakesItsPreposition(String city, String in, String of) {
		assertThat(this.french.inCity(city)).isEqualTo(in);
		assertThat(this.french.ofCity(city)).isEqualTo(of);
		assertThat(this.english.inCity(city)).isEqualTo("in " + city);
		assertThat(this.english.ofCity(city)).isEqualTo("of " + city);
	}

	@Test
	void someCountriesHaveAnArticle() {
		assertThat(this.english.inCountry("United States")).isEqualTo("in the United States");
		assertThat(this.english.inCountry("Kenya")).isEqualTo("in Kenya");
	}

	@Test
	void quotesAndNumbersAreThoseOfTheLanguage() {
		assertThat(this.french.quoted("pain")).isEqualTo("«" + HARD + "pain" + HARD + "»");
		assertThat(this.english.quoted("bread")).isEqualTo("“bread”");
		assertThat(this.english.number(new BigDecimal("1234.5"))).isEqualTo("1,234.5");
		assertThat(this.french.number(new BigDecimal("1234.5"))).isEqualTo("1\u202F234,5");
	}

	@Test
	void aCurrencyStandsWhereTheAnswerPutIt() {
		Price price = new Price(new BigDecimal("1200"), "$", true, "", Field.OFFER);

		assertThat(this.english.price(price)).isEqualTo("$1,200");
		assertThat(this.english.price(new Price(price.amount(), "CFA", false, "", Field.OFFER)))
			.isEqualTo("1,200" + HARD + "CFA");
		assertThat(this.english.price(price.times(BigDecimal.TWO))).isEqualTo("$2,400");
	}

	@Property
	void noTextDoesHarm(@ForAll @NotBlank String text) {
		assertThat(this.french.sentence(text)).isNotBlank();
		assertThat(this.french.bare(text)).isNotEmpty();
		assertThat(this.english.capital(this.english.capital(text))).isEqualTo(this.english.capital(text));
	}

}
