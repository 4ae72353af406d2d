package io.coachflow.query.paging;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

import io.coachflow.contracts.error.ApiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SessionCursorTests {

	@Test
	void aCursorComesBackAsItWent() {
		SessionCursor cursor = new SessionCursor(Instant.parse("2026-11-22T12:00:00.123456Z"),
				"5a2f0b9e-4a53-4c0c-9a51-0d7d5b6f6a3c");

		assertThat(SessionCursor.parse(cursor.text())).isEqualTo(cursor);
		assertThat(SessionCursor.parse(cursor.text("a filter"), "a filter")).isEqualTo(cursor);
	}

	@Test
	void aCursorIsOfNoUseWithAnotherFilter() {
		SessionCursor cursor = new SessionCursor(Instant.parse("2026-11-22T12:00:00Z"),
				"5a2f0b9e-4a53-4c0c-9a51-0d7d5b6f6a3c");

		for (String made : List.of("", "one")) {
			for (String asked : List.of("", "one", "another")) {
				if (!made.equals(asked)) {
					assertThatExceptionOfType(ApiException.class)
						.isThrownBy(() -> SessionCursor.parse(cursor.text(made), asked))
						.withMessage(SessionCursor.OF_ANOTHER_FILTER);
				}
			}
		}
	}

	/** Clients may keep one across an upgrade. */
	@Test
	void aCursorOfEverythingStaysAsItIs() {
		assertThat(
				new SessionCursor(Instant.parse("2026-11-22T12:00:00Z"), "5a2f0b9e-4a53-4c0c-9a51-0d7d5b6f6a3c").text())
			.isEqualTo("MjAyNi0xMS0yMlQxMjowMDowMFogNWEyZjBiOWUtNGE1My00YzBjLTlhNTEtMGQ3ZDViNmY2YTNj");
	}

	@ParameterizedTest
	@ValueSource(strings = { "+300000-01-01T00:00:00Z 5a2f0b9e-4a53-4c0c-9a51-0d7d5b6f6a3c",
			"+1000000000-12-31T00:00:00Z 5a2f0b9e-4a53-4c0c-9a51-0d7d5b6f6a3c",
			"-0001-01-01T00:00:00Z 5a2f0b9e-4a53-4c0c-9a51-0d7d5b6f6a3c", "2026-11-22T12:00:00Z x", " ", "" })
	void whatIsMadeUpIsRefused(String plain) {
		String text = Base64.getUrlEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));

		assertThatExceptionOfType(ApiException.class).isThrownBy(() -> SessionCursor.parse(text));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "*", "bm9wZQ", "MjAyNi0xMS0yMg", "AAAA" })
	void whatNoListGaveIsRefused(String text) {
		assertThatExceptionOfType(ApiException.class).isThrownBy(() -> SessionCursor.parse(text))
			.withMessageContaining("cursor");
	}

}
