package io.coachflow.contracts.session;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ConfidenceTests {

	@Test
	void theMeanIsRoundedHalfUpToTwoDecimals() {
		assertThat(Confidence.mean(List.of(0.5, 0.51))).isEqualTo(0.51);
		assertThat(Confidence.mean(List.of(0.6, 0.7, 0.8, 0.9, 0.71))).isEqualTo(0.74);
		assertThat(Confidence.mean(List.of())).isZero();
	}

	@ParameterizedTest
	@CsvSource({ "1.0, 0, 0.8", "0.3, 0, 0.3", "0.3, 0.5, 0.5", "0.3, 0.9, 0.8" })
	void aModelsScoreOnlyLowersTheScoreAndNotBelowTheFloor(double judgement, double floor, double score) {
		Confidence judged = new Confidence(0.8, 0.8, 0.8, 0.8, 0.8).judged(judgement, floor);

		assertThat(judged.score()).isEqualTo(score);
		assertThat(judged.judged()).isEqualTo(judgement);
	}

}
