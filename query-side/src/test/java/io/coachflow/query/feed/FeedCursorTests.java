package io.coachflow.query.feed;

import io.coachflow.contracts.error.ApiException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class FeedCursorTests {

	@ParameterizedTest
	@ValueSource(longs = { -1, 0, 1, 7, 999_999_999_999_999_999L })
	void aCursorLeadsBackToItsPosition(long position) {
		assertThat(FeedCursor.position(FeedCursor.at(position))).isEqualTo(position);
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "  " })
	void withoutACursorAConsumerBeginsAtTheBeginning(@Nullable String none) {
		assertThat(FeedCursor.position(none)).isEqualTo(-1);
	}

	@Test
	void aCursorHasItsPublishedForm() {
		assertThat(FeedCursor.at(7)).isEqualTo("MTo3");
	}

	/** Among them {@code 2:7}, {@code 1:-2}, {@code 1:} and a number of 19 digits. */
	@ParameterizedTest
	@ValueSource(strings = { "7", "MTo", "Mjo3", "MTotMg", "MTo5OTk5OTk5OTk5OTk5OTk5OTk5", "not base64!", "MTo3x" })
	void whatIsNoCursorIsRefused(String cursor) {
		assertThatExceptionOfType(ApiException.class).isThrownBy(() -> FeedCursor.position(cursor));
	}

}
