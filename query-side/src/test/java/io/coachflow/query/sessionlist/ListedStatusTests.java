package io.coachflow.query.sessionlist;

import java.time.Instant;
import java.util.List;

import io.coachflow.contracts.error.ApiException;
import io.coachflow.contracts.session.SessionStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ListedStatusTests {

	private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

	@Test
	void theStatusOfARowDependsOnTime() {
		assertThat(ListedStatus.of("live", 0, NOW.plusMillis(1), NOW)).isEqualTo(ListedStatus.INITIALIZED);
		assertThat(ListedStatus.of("live", 1, NOW.plusMillis(1), NOW)).isEqualTo(ListedStatus.IN_PROGRESS);
		assertThat(ListedStatus.of("live", 5, NOW.plusMillis(1), NOW)).isEqualTo(ListedStatus.COMPLETED);
		assertThat(ListedStatus.of("live", 1, NOW, NOW)).isEqualTo(ListedStatus.EXPIRED);
		assertThat(ListedStatus.of("expired", 1, NOW.plusMillis(1), NOW)).isEqualTo(ListedStatus.EXPIRED);
		assertThat(ListedStatus.of("completed", 5, NOW.minusMillis(1), NOW)).isEqualTo(ListedStatus.COMPLETED);
		assertThat(ListedStatus.of("deleted", 1, NOW.minusMillis(1), NOW)).isEqualTo(ListedStatus.DELETED);
	}

	@Test
	void ownersKnowAllButTheDeleted() {
		assertThat(ListedStatus.OF_OWNERS).extracting(ListedStatus::shown).containsExactly(SessionStatus.values());
		assertThatIllegalArgumentException().isThrownBy(ListedStatus.DELETED::shown);
	}

	@Test
	void aStatusIsReadByItsId() {
		for (ListedStatus status : ListedStatus.values()) {
			assertThat(ListedStatus.parse(status.id(), List.of(ListedStatus.values()))).isEqualTo(status);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "live", "COMPLETED", "completed ", "deleted" })
	void anotherIsRefusedWithThoseThatAreKnown(String name) {
		assertThatExceptionOfType(ApiException.class).isThrownBy(() -> ListedStatus.parse(name, ListedStatus.OF_OWNERS))
			.withMessage("status is initialized, in_progress, completed, expired.");
	}

}
