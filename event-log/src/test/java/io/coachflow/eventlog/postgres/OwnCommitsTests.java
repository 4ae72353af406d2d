package io.coachflow.eventlog.postgres;

import java.time.Instant;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OwnCommitsTests {

	private final OwnCommits commits = new OwnCommits();

	@Test
	void rowsComeInOrderAndOnce() {
		this.commits.add(3, rows(4));

		assertThat(taken(2, 3)).containsExactly(3L, 4L, 5L);
		assertThat(taken(5, 3)).containsExactly(6L);
		assertThat(taken(6, 3)).isEmpty();
	}

	@Test
	void nothingComesBeforeWhatAnotherNodeCommitted() {
		this.commits.add(3, rows(1));
		this.commits.add(5, rows(1));

		assertThat(taken(2, 9)).containsExactly(3L);
		assertThat(taken(3, 9)).isEmpty();
		assertThat(taken(4, 9)).containsExactly(5L);
	}

	@Test
	void whatWasReadElsewhereIsForgotten() {
		this.commits.add(3, rows(3));

		assertThat(taken(4, 9)).containsExactly(5L);
	}

	@Test
	void whereTooManyWaitNoneIsKept() {
		this.commits.add(1, rows(1_999));
		this.commits.add(2_000, rows(2));

		assertThat(taken(0, 9)).isEmpty();
	}

	@Test
	void timesAreThoseOfTheTable() {
		this.commits.add(1, rows(1));

		assertThat(this.commits.takeAfter(0, 1)).singleElement()
			.extracting(StoredRow::getTimestamp)
			.isEqualTo(Instant.parse("2026-11-22T12:00:00.123456Z"));
	}

	private List<Long> taken(long position, int limit) {
		return this.commits.takeAfter(position, limit).stream().map(StoredRow::globalIndex).toList();
	}

	private static List<EventRow> rows(int count) {
		return Collections.nCopies(count, new EventRow("s", 0, "e", "CoachingSession", "n", "1", new byte[0],
				new byte[0], Instant.parse("2026-11-22T12:00:00.123456789Z"), new byte[0]));
	}

}
