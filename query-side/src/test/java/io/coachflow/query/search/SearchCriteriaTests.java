package io.coachflow.query.search;

import java.time.Instant;

import io.coachflow.contracts.error.ApiException;
import io.coachflow.contracts.session.Step;
import io.coachflow.query.sessionlist.ListedStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SearchCriteriaTests {

	private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

	@Test
	void whatIsNotAskedForDoesNotMatter() {
		assertThat(SearchCriteria.of(null, null, null, null, null, null, null))
			.isEqualTo(new SearchCriteria(null, null, null, null, null, null, null));
	}

	@Test
	void everythingCanBeAskedForAtOnce() {
		assertThat(SearchCriteria.of("demo", "in_progress", "mission", "restaurant", "2026-11-22T12:00:00Z",
				"2026-11-22T14:00:00+01:00", "bread"))
			.isEqualTo(new SearchCriteria("demo", ListedStatus.IN_PROGRESS, Step.MISSION, "restaurant", NOW,
					NOW.plusSeconds(3600), "bread"));
	}

	@Test
	void whatIsNoneOfItsKindIsRefused() {
		assertRefused("", null, null, null, null);
		assertRefused("x".repeat(201), null, null, null, null);
		assertRefused(null, "IN_PROGRESS", null, null, null);
		assertRefused(null, "open", null, null, null);
		assertRefused(null, null, "completed", null, null);
		assertRefused(null, null, null, "yesterday", null);
		assertRefused(null, null, null, null, " ");
	}

	private static void assertRefused(@Nullable String user, @Nullable String status, @Nullable String step,
			@Nullable String from, @Nullable String words) {
		assertThatExceptionOfType(ApiException.class)
			.isThrownBy(() -> SearchCriteria.of(user, status, step, null, from, null, words));
	}

}
