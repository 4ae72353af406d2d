package io.coachflow.query.time;

import java.time.Instant;
import java.time.LocalDate;

import io.coachflow.contracts.error.ApiException;
import io.coachflow.contracts.error.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TimesTests {

	@Test
	void daysAndMomentsAreRead() {
		assertThat(Times.day("to", "2026-11-22")).isEqualTo(LocalDate.of(2026, 11, 22));
		assertThat(Times.day("to", "1970-01-01")).isEqualTo(LocalDate.EPOCH);
		assertThat(Times.moment("to", "2026-11-22T12:00:00+01:00")).isEqualTo("2026-11-22T11:00:00Z");
		assertThat(Times.moment("to", "1970-01-01T00:00:00Z")).isEqualTo(Instant.EPOCH);
		assertThat(Times.day("to", null)).isNull();
		assertThat(Times.moment("to", null)).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "x", "2026-13-01", "2026-02-30", "22.11.2026", "2026-11-22T12:00:00Z", "1969-12-31",
			"0000-01-01", "-999999999-01-01", "+999999999-12-31", "+10000-01-01", "9999-12-31" })
	void anythingElseIsNoDay(String text) {
		assertThatExceptionOfType(ApiException.class).isThrownBy(() -> Times.day("to", text))
			.withMessageStartingWith("to is a day")
			.satisfies((refusal) -> assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_REQUEST));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "x", "2026-11-22", "2026-11-22T12:00:00", "1969-12-31T23:59:59Z",
			"-999999999-01-01T00:00:00+18:00", "+999999999-12-31T23:59:59-18:00", "+294277-01-01T00:00:00Z",
			"9999-12-31T00:00:00Z" })
	void anythingElseIsNoMoment(String text) {
		assertThatExceptionOfType(ApiException.class).isThrownBy(() -> Times.moment("as_of_time", text))
			.withMessageStartingWith("as_of_time is a moment")
			.satisfies((refusal) -> assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_REQUEST));
	}

}
