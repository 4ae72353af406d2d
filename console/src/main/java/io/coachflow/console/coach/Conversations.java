package io.coachflow.console.coach;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;

import io.coachflow.contracts.rest.CoachingResponse;
import io.coachflow.contracts.rest.SessionResponse;
import io.coachflow.contracts.session.SessionStatus;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Reads what the page of a session shows.
 */
@Component
class Conversations {

	/** So near to its end, reading a session could revive it. */
	private static final Duration LEFT = Duration.ofSeconds(30);

	private final CoachingCalls calls;

	private final Clock clock;

	Conversations(CoachingCalls calls, Clock clock) {
		this.calls = calls;
		this.clock = clock;
	}

	/** The session, with openings to click where it takes an answer. */
	Conversation read(String sessionId, Locale locale) {
		SessionResponse session = this.calls.session(sessionId);
		return Conversation.of(session, this.calls.log(sessionId),
				takesAnswer(session) ? this.calls.resume(sessionId) : null, locale.getLanguage());
	}

	/** The session after an answer, whose reply has the openings. */
	Conversation after(CoachingResponse reply, Locale locale) {
		return of(reply.sessionId(), reply, locale);
	}

	/** The session without openings. */
	Conversation answered(String sessionId, Locale locale) {
		return of(sessionId, null, locale);
	}

	private Conversation of(String sessionId, @Nullable CoachingResponse reply, Locale locale) {
		return Conversation.of(this.calls.session(sessionId), this.calls.log(sessionId), reply, locale.getLanguage());
	}

	private boolean takesAnswer(SessionResponse session) {
		boolean live = session.status() == SessionStatus.INITIALIZED || session.status() == SessionStatus.IN_PROGRESS;
		return live && session.expiresAt() != null && session.expiresAt().isAfter(this.clock.instant().plus(LEFT));
	}

}
