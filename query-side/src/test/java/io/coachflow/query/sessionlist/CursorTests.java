package io.coachflow.query.sessionlist;

import java.time.Instant;

import io.coachflow.contracts.error.ApiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CursorTests {

	@Test
	void aCursorComesBackAsItWent() {
		Cursor cursor = new Cursor(Instant.parse("2026-11-22T12:00:00.123456Z"), "5a2f0b9e");

		assertThat(Cursor.parse(cursor.text())).isEqualTo(cursor);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "*", "bm9wZQ", "MjAyNi0xMS0yMg", "AAAA" })
	void whatNoListGaveIsRefused(String text) {
		assertThatExceptionOfType(ApiException.class).isThrownBy(() -> Cursor.parse(text))
			.withMessageContaining("cursor");
	}

}
