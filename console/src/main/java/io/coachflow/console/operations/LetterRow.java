package io.coachflow.console.operations;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import io.coachflow.contracts.rest.DeadLetterView;
import org.jspecify.annotations.Nullable;

/**
 * Dead letters of one session or package, with times in UTC.
 *
 * @param retried null if they were never retried
 */
record LetterRow(DeadLetterView view, OffsetDateTime parked, @Nullable OffsetDateTime retried) {

	static LetterRow of(DeadLetterView view) {
		Instant retried = view.retriedAt();
		return new LetterRow(view, view.parkedAt().atOffset(ZoneOffset.UTC),
				(retried != null) ? retried.atOffset(ZoneOffset.UTC) : null);
	}

}
