package io.coachflow.saga.agent.offline;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.coachflow.saga.agent.offline.Figures.Count;
import io.coachflow.saga.agent.offline.Figures.Price;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class FiguresTests {

	private static final Vocabulary ENGLISH = Vocabulary.of(Locale.ENGLISH, List.of());

	private static final Vocabulary FRENCH = Vocabulary.of(Locale.FRENCH, List.of());

	private final Figures english = new Figures(ENGLISH, ENGLISH.stems("loaf loaves places"), Set.of("day", "week"));

	private final Figures french = new Figures(FRENCH, FRENCH.stems("couvert place élève"), Set.of("jour", "an"));

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "2 500 F CFA | 2500 | F CFA", "4\u00A0000 FCFA | 4000 | FCFA",
			"6 900 € | 6900 | €", "12,50 € | 12.50 | €", "1.200 euros | 1200 | euros", "90 dirhams | 90 | dirhams" })
	void aPriceIsReadAsItIsWritten(String written, BigDecimal amount, String currency) {
		this.french.read(Field.OFFER, "Le menu à " + written + " et plus.");

		Price price = this.french.lowest().orElseThrow();
		assertThat(price.amount()).isEqualByComparingTo(amount);
		assertThat(price.currency()).isEqualTo(currency);
		assertThat(price.before()).isFalse();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "$9 | 9 | $", "$1,200 | 1200 | $", "£4.50 | 4.50 | £", "US$ 30 | 30 | US$" })
	void aCurrencyMayStandBefore(String written, BigDecimal amount, String currency) {
		this.english.read(Field.OFFER, "Loaves at " + written + " each.");

		Price price = this.english.lowest().orElseThrow();
		assertThat(price.amount()).isEqualByComparingTo(amount);
		assertThat(price.currency()).isEqualTo(currency);
		assertThat(price.before()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "We bake in 2029.", "Call 0612345678.", "0 € today", "€uro", "36 hours", "5 km" })
	void whatIsNoPriceIsNone(String sentence) {
		this.english.read(Field.OFFER, sentence);

		assertThat(this.english.lowest()).isEmpty();
	}

	@Test
	void theOffersPricesCountBeforeTheMissions() {
		this.english.read(Field.MISSION, "Others sell for $1.");
		this.english.read(Field.OFFER, "Loaves at $9 and cakes from $4.");

		assertThat(this.english.lowest()).map(Price::amount).contains(new BigDecimal("4"));
		assertThat(this.english.highest()).map(Price::amount).contains(new BigDecimal("9"));
	}

	@Test
	void otherCurrenciesOnlyCompare() {
		this.english.read(Field.OFFER, "A visit is $40, which is £30.");

		assertThat(this.english.lowest()).map(Price::currency).contains("$");
	}

	@Test
	void thePriceOfWhatIsCountedIsThePrice() {
		this.english.read(Field.OFFER, "Loaves at $9 and pastries from $4, 120 loaves a day.");

		assertThat(this.english.lowest()).map(Price::amount).contains(new BigDecimal("9"));
		assertThat(this.english.capacity())
			.contains(new Count(BigDecimal.ONE, new BigDecimal("120"), "loaves", "day", Field.OFFER));
	}

	@Test
	void groupsMultiply() {
		this.french.read(Field.OFFER, "Deux promotions de 12 places par an.");

		assertThat(this.french.capacity())
			.contains(new Count(BigDecimal.TWO, new BigDecimal("12"), "places", "an", Field.OFFER));
	}

	@Test
	void groupsOfAnUnknownNumberHaveNoPeriod() {
		this.french.read(Field.OFFER, "Des promotions de 12 places par an.");

		assertThat(this.french.capacity())
			.contains(new Count(BigDecimal.ONE, new BigDecimal("12"), "places", null, Field.OFFER));
	}

	@Test
	void aVisionCountsWhatIsNotYet() {
		this.english.read(Field.VISION, "In 2030, 500 loaves a day.");

		assertThat(this.english.capacity()).isEmpty();
	}

	@Test
	void theOffersQuantityCountsFirst() {
		this.french.read(Field.DIFFERENCE, "Jamais plus de 8 élèves.");
		this.french.read(Field.OFFER, "Chaque soir 60 couverts.");

		assertThat(this.french.capacity()).map(Count::unit).contains("couverts");
	}

	@Test
	void whatTheSectorDoesNotCountIsNoQuantity() {
		this.english.read(Field.OFFER, "We own 12 bicycles.");

		assertThat(this.english.capacity()).isEmpty();
	}

	@Property
	void noSentenceDoesHarm(@ForAll String sentence) {
		Figures figures = new Figures(ENGLISH, ENGLISH.stems("loaf"), Set.of("day"));
		figures.read(Field.OFFER, sentence);
		figures.read(Field.OFFER, "12 loaves " + sentence + " $9 " + sentence);

		assertThat(figures.lowest()).isPresent();
	}

}
