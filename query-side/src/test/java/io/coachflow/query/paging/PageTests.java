package io.coachflow.query.paging;

import java.util.List;

import io.coachflow.contracts.error.ApiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PagesTests {

	@ParameterizedTest
	@ValueSource(ints = { 1, 20, 100 })
	void aPageHasOneToAHundredEntries(int limit) {
		assertThatCode(() -> Pages.requireLimit(limit)).doesNotThrowAnyException();
	}

	@ParameterizedTest
	@ValueSource(ints = { Integer.MIN_VALUE, -1, 0, 101 })
	void otherLimitsAreRefused(int limit) {
		assertThatExceptionOfType(ApiException.class).isThrownBy(() -> Pages.requireLimit(limit));
	}

	@Test
	void theFirstPageBeginsWithTheLatest() {
		assertThat(Pages.before(null)).isEqualTo(Long.MAX_VALUE);
		assertThat(Pages.before("12")).isEqualTo(12);
		assertThatExceptionOfType(ApiException.class).isThrownBy(() -> Pages.before("x"));
		assertThatExceptionOfType(ApiException.class).isThrownBy(() -> Pages.before(""));
	}

	@Test
	void theEntryTooManyIsLeftOut() {
		assertThat(Pages.page(List.of(1, 2, 3), 2)).containsExactly(1, 2);
		assertThat(Pages.page(List.of(1, 2), 2)).containsExactly(1, 2);
		assertThat(Pages.page(List.of(), 2)).isEmpty();
	}

}
