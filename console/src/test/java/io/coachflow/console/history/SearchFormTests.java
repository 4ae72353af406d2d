package io.coachflow.console.history;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SearchFormTests {

	@Test
	void whatIsBlankIsNoCondition() {
		SearchForm form = new SearchForm(" ", "", null, "", "", "", "");
		assertThat(form.isGiven()).isFalse();
		assertThat(form.path(20, null).toString()).isEqualTo("/api/v1/audit/sessions?limit=20");
	}

	@Test
	void theLastDayIsIncluded() {
		SearchForm form = new SearchForm(null, null, null, null, null, "2026-11-22", "2026-11-30");
		assertThat(form.hasMore()).isTrue();
		assertThat(form.path(20, null).toString()).contains("2026-11-22T00", "2026-12-01T00");
	}

	@Test
	void whatIsNoDayIsLeftToTheApiToRefuse() {
		assertThat(new SearchForm(null, null, null, null, null, "soon", null).path(20, null).toString())
			.contains("started_from=soon");
	}

	@Test
	void theAddressOfTheNextPageKeepsTheConditions() {
		assertThat(new SearchForm("a&b=c", "expired", null, null, "prix/qualité #1 {x}", null, null).address("c+d"))
			.isEqualTo("/history?user=a%26b%3Dc&status=expired&q=prix%2Fqualit%C3%A9%20%231%20%7Bx%7D&cursor=c%2Bd");
	}

}
