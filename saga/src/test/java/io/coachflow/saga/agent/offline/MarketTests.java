package io.coachflow.saga.agent.offline;

import java.util.List;
import java.util.Locale;

import io.coachflow.contracts.enrichment.Brief;
import io.coachflow.contracts.enrichment.Research.MarketSize;
import io.coachflow.text.Sectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class MarketTests {

	private static final Knowledge ENGLISH = Knowledge.load(Locale.ENGLISH, Sectors.load(), Countries.load());

	private static final Knowledge FRENCH = Knowledge.load(Locale.FRENCH, Sectors.load(), Countries.load());

	@Test
	void priceTimesQuantityIsTheCeiling() {
		MarketSize size = english("Loaves at $9, 120 loaves a day.");

		assertThat(size.estimate()).contains("$1,080");
		assertThat(size.reasoning()).contains("$9", "120");
	}

	@Test
	void twoPricesMakeARange() {
		assertThat(english("Loaves from $4 to $9, 100 loaves a day.").estimate()).contains("$400", "$900");
	}

	@Test
	void theSamePriceTwiceMakesNone() {
		assertThat(english("Rye loaves at $9 and wheat loaves at $9, 100 loaves a day.").estimate())
			.containsOnlyOnce("$900");
	}

	@Test
	void groupsAreMultiplied() {
		MarketSize size = new Market(new BriefAnalysis(Businesses.SCHOOL_IN_LYON, 1, FRENCH)).size();

		assertThat(size.estimate() + size.reasoning()).contains("165\u202F600\u00A0€");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Loaves at $9.", "120 loaves a day.", "Good bread." })
	void noFigureIsStatedThatTheAnswersDoNotHave(String offer) {
		MarketSize size = english(offer);

		assertThat(size.estimate()).isNotBlank();
		assertThat(size.estimate().replaceAll("\\D+", " ").strip().split(" "))
			.allSatisfy((figure) -> assertThat(offer.contains(figure)).as(figure).isTrue());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "Loaves at $9, 120 loaves a day. | 8", "Loaves at $9. | 7", "Good bread. | 7" })
	void theStepsAreNumbered(String offer, int most) {
		List<String> lines = english(offer).reasoning().lines().toList();

		assertThat(lines).hasSizeBetween(4, most);
		for (int number = 1; number <= lines.size(); number++) {
			assertThat(lines.get(number - 1)).startsWith(number + ". ");
		}
	}

	private static MarketSize english(String offer) {
		Brief brief = new Brief("en", "Cedar", "Bread", "Bread", "Families", "Good", offer, "bakery",
				"Austin, United States", 1, 0.7, List.of());
		return new Market(new BriefAnalysis(brief, 1, ENGLISH)).size();
	}

}
