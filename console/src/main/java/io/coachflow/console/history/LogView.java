package io.coachflow.console.history;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import io.coachflow.contracts.rest.BadEvent;
import io.coachflow.contracts.rest.LogVerification;

/**
 * What verifying the whole log found.
 *
 * @param through the last position that was verified
 * @param bad how many problems there are
 * @param problems the first of them
 */
record LogView(boolean valid, long events, long sessions, long through, long bad, List<BadEvent> problems,
		OffsetDateTime at) {

	static LogView of(LogVerification log) {
		return new LogView(log.valid(), log.events(), log.sessions(), log.throughPosition(), log.bad(),
				List.copyOf(log.problems()), log.verifiedAt().atOffset(ZoneOffset.UTC));
	}

}
