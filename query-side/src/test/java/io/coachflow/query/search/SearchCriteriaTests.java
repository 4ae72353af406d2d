package io.coachflow.query.search;

import java.time.Instant;

import io.coachflow.contracts.error.ApiException;
import io.coachflow.contracts.session.Step;
import io.coachflow.query.search.SearchCriteria.Status;
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
			.isEqualTo(new SearchCriteria("demo", Status.IN_PROGRESS, Step.MISSION, "restaurant", NOW,
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

	@Test
	void theStatusOfARowDependsOnTime() {
		assertThat(Status.of("live", 0, NOW.plusMillis(1), NOW)).isEqualTo(Status.INITIALIZED);
		assertThat(Status.of("live", 1, NOW.plusMillis(1), NOW)).isEqualTo(Status.IN_PROGRESS);
		assertThat(Status.of("live", 1, NOW, NOW)).isEqualTo(Status.EXPIRED);
		assertThat(Status.of("expired", 1, NOW.plusMillis(1), NOW)).isEqualTo(Status.EXPIRED);
		assertThat(Status.of("completed", 5, NOW.minusMillis(1), NOW)).isEqualTo(Status.COMPLETED);
		assertThat(Status.of("deleted", 1, NOW.minusMillis(1), NOW)).isEqualTo(Status.DELETED);
	}

	private static void assertRefused(@Nullable String user, @Nullable String status, @Nullable String step,
			@Nullable String from, @Nullable String words) {
		assertThatExceptionOfType(ApiException.class)
			.isThrownBy(() -> SearchCriteria.of(user, status, step, null, from, null, words));
	}

}
