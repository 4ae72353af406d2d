package io.coachflow.query.paging;

import java.util.List;
import java.util.stream.IntStream;

import io.coachflow.contracts.error.ApiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PageTests {

	@ParameterizedTest
	@ValueSource(ints = { 1, 20, 100 })
	void aPageHasOneToAHundredEntries(int limit) {
		assertThat(page(200, limit).entries()).hasSize(limit);
	}

	@ParameterizedTest
	@ValueSource(ints = { Integer.MIN_VALUE, -1, 0, 101 })
	void otherLimitsAreRefused(int limit) {
		assertThatExceptionOfType(ApiException.class).isThrownBy(() -> page(200, limit));
	}

	@Test
	void theFirstPageBeginsWithTheLatest() {
		assertThat(Page.before(null)).isEqualTo(Long.MAX_VALUE);
		assertThat(Page.before("12")).isEqualTo(12);
		assertThatExceptionOfType(ApiException.class).isThrownBy(() -> Page.before("x"));
		assertThatExceptionOfType(ApiException.class).isThrownBy(() -> Page.before(""));
	}

	@Test
	void theEntryTooManyIsLeftOutAndThePageHasACursor() {
		assertThat(page(3, 2)).isEqualTo(new Page<>(List.of(1, 2), "after 2"));
	}

	@Test
	void theLastPageHasNoCursor() {
		assertThat(page(2, 2)).isEqualTo(new Page<>(List.of(1, 2), null));
		assertThat(page(0, 2)).isEqualTo(new Page<>(List.of(), null));
	}

	/** A page of the numbers from 1 to the last one. */
	private static Page<Integer> page(int last, int limit) {
		return Page.read(limit, (most) -> IntStream.rangeClosed(1, Math.min(last, most)).boxed().toList(),
				(entry) -> "after " + entry);
	}

}
