package io.coachflow.benchmarks.report;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RatioTests {

	@ParameterizedTest
	@CsvSource({ "0.29, MISSED", "0.30, met", "0.49, met", "0.50, 'met, goal too'", "NaN, not measured" })
	void largerIsBetterWhereTheGoalIsAboveTheMust(double value, String verdict) {
		assertThat(new Ratio("", value, 0.30, 0.50, "").verdict()).isEqualTo(verdict);
	}

	@ParameterizedTest
	@CsvSource({ "5.1, MISSED", "5, met", "3.1, met", "3, 'met, goal too'" })
	void smallerIsBetterWhereTheGoalIsBelowTheMust(double value, String verdict) {
		assertThat(new Ratio("", value, 5, 3, "").verdict()).isEqualTo(verdict);
	}

}
