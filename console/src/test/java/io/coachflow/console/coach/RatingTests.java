package io.coachflow.console.coach;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class RatingTests {

	@ParameterizedTest
	@CsvSource({ "0, WEAK", "0.44, WEAK", "0.45, FAIR", "0.69, FAIR", "0.7, STRONG", "1, STRONG" })
	void aScoreHasAWord(double score, Strength word) {
		assertThat(Strength.of(score)).isEqualTo(word);
	}

	@Test
	void whatCarriesAnAnswerComesBeforeWhatItLacks() {
		assertThat(rating("""
				{"length": 0.9, "specificity": 0.2, "relevance": 0.8, "originality": 1.0}""").reasons())
			.containsExactly("coach.reason.length.high", "coach.reason.specificity.low");
	}

	@Test
	void atMostTwoLacksAreNamedTheWorstFirst() {
		assertThat(rating("""
				{"length": 0.3, "specificity": 0.1, "relevance": 0.2, "originality": 1.0}""").reasons())
			.containsExactly("coach.reason.specificity.low", "coach.reason.relevance.low");
	}

	@Test
	void aModelThatLoweredTheScoreIsNamed() {
		assertThat(rating("""
				{"length": 0.6, "specificity": 0.6, "relevance": 0.6, "originality": 0.6, "judged": 0.5}""").reasons())
			.containsExactly("coach.reason.judged");
	}

	@Test
	void anEvenAnswerIsCalledEven() {
		assertThat(rating("""
				{"length": 0.6, "specificity": 0.6, "relevance": 0.6, "originality": 1.0, "judged": 0.9}""").reasons())
			.containsExactly("coach.reason.even");
	}

	@Test
	void aScoreAloneHasNoReasons() {
		assertThat(Rating.of(0.815).reasons()).isEmpty();
		assertThat(Rating.of(0.815).percent()).isEqualTo(82);
	}

	private static Rating rating(String figures) {
		return Rating.of(0.5, new JsonMapper().readTree(figures));
	}

}
