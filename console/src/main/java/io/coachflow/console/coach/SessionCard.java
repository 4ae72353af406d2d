package io.coachflow.console.coach;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.coachflow.contracts.rest.SessionResponse;
import io.coachflow.contracts.rest.SessionSummary;
import io.coachflow.contracts.session.Business;
import io.coachflow.contracts.session.SessionStatus;
import org.jspecify.annotations.Nullable;

/**
 * A session in the list of its owner.
 *
 * @param name the business's name; null if it has none yet
 * @param about sector, city and country, as far as they are known
 * @param updatedAt when something last happened in it
 */
record SessionCard(String sessionId, @Nullable String name, String about, SessionStatus status, Progress progress,
		Instant updatedAt) {

	static SessionCard of(SessionSummary session) {
		return new SessionCard(session.sessionId(), session.business().name(), about(session.business()),
				session.status(), Progress.of(session.progress(), session.currentStep()), session.updatedAt());
	}

	static SessionCard of(SessionResponse session) {
		return new SessionCard(session.sessionId(), session.business().name(), about(session.business()),
				session.status(), Progress.of(session.progress(), session.currentStep()), session.updatedAt());
	}

	private static String about(Business business) {
		return Stream.of(business.sector(), business.city(), business.country())
			.filter(Objects::nonNull)
			.collect(Collectors.joining(" · "));
	}

	/** The key of the text for a status. */
	static String statusKey(SessionStatus status) {
		return "coach.status." + status.name().toLowerCase(Locale.ROOT);
	}

	public String statusKey() {
		return statusKey(this.status);
	}

	public boolean completed() {
		return this.status == SessionStatus.COMPLETED;
	}

}
