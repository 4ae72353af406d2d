package io.coachflow.console.history;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.coachflow.contracts.rest.FoundSession;
import io.coachflow.contracts.rest.FoundSessions;
import io.coachflow.contracts.session.Business;
import org.jspecify.annotations.Nullable;

/**
 * A session in the table of a search.
 *
 * @param name the business's name, else the session's id
 * @param about the sector and the place; empty if none is known
 * @param events how many events the session has
 */
record FoundRow(String sessionId, String name, String about, String user, Fact status, Fact step, long events,
		OffsetDateTime startedAt, OffsetDateTime updatedAt) {

	static List<FoundRow> of(FoundSessions found) {
		return found.sessions().stream().map(FoundRow::of).toList();
	}

	private static FoundRow of(FoundSession session) {
		@Nullable Business told = session.business();
		Business business = (told != null) ? told : Business.UNKNOWN;
		String name = business.name();
		String about = Stream.of(business.sector(), business.city(), business.country())
			.filter(Objects::nonNull)
			.collect(Collectors.joining(" · "));
		return new FoundRow(session.sessionId(), (name != null) ? name : session.sessionId(), about, session.userId(),
				Fact.term("history.field.status", Terms.STATUS, session.status()),
				Fact.term("history.field.current_step", Terms.STEP, session.currentStep()), session.sequence() + 1,
				session.startedAt().atOffset(ZoneOffset.UTC), session.updatedAt().atOffset(ZoneOffset.UTC));
	}

}
