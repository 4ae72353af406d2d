package io.coachflow.command.partner;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class KeptTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "We bake bread|We bake bread|1", "We bake bread|WE BAKE, at night, Bread!|1",
					"We bake bread|bread bake we|0.33", "We bake bread|We bake|0.67", "We bake bread|Something else|0",
					"We bake [how many] loaves|We bake 300 loaves|1", "Crème brûlée|creme brulee|1",
					"In five years, we …|In five years, we bake|1" })
	void countsTheWordsInTheirOrder(String offered, String answer, double share) {
		assertThat(Kept.share(offered, answer)).isEqualTo(share);
	}

	@Test
	void nothingIsKeptOfNothing() {
		assertThat(Kept.share("[what you do]", "[what you do]")).isZero();
		assertThat(Kept.share("…", "…")).isZero();
	}

	@Test
	void longTextsAreComparedAsFarAsIsOfUse() {
		assertThat(Kept.share("word ".repeat(5_000), "word ".repeat(900))).isEqualTo(0.9);
	}

}
