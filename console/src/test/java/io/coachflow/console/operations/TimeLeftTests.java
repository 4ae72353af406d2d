package io.coachflow.console.operations;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class TimeLeftTests {

	@ParameterizedTest
	@CsvSource({ "0, seconds, 0, 0", "59, seconds, 59, 0", "60, minutes, 1, 0", "3599, minutes, 59, 59",
			"3600, hours, 1, 0", "90061, hours, 25, 1", "-1, unknown, 0, 0" })
	void aSpanIsToldInTwoUnitsAtMost(long seconds, String unit, long large, long small) {
		assertThat(TimeLeft.of(seconds)).isEqualTo(new TimeLeft("operations.time." + unit, large, small));
	}

	@Test
	void whatNobodyKnowsIsSaidSo() {
		assertThat(TimeLeft.of(null).key()).isEqualTo("operations.time.unknown");
	}

}
