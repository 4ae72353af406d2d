package io.coachflow.query.sessionlist;

import java.time.Instant;

import io.coachflow.contracts.session.CoachingSessionEvent;
import io.coachflow.contracts.session.CoachingSessionEvent.ClarificationRequested;
import io.coachflow.contracts.session.CoachingSessionEvent.SessionCompleted;
import io.coachflow.contracts.session.CoachingSessionEvent.SessionDeleted;
import io.coachflow.contracts.session.CoachingSessionEvent.SessionExpired;
import io.coachflow.contracts.session.CoachingSessionEvent.SessionResumed;
import io.coachflow.contracts.session.CoachingSessionEvent.SessionStarted;
import io.coachflow.contracts.session.CoachingSessionEvent.StepAnswered;
import org.jspecify.annotations.Nullable;

/**
 * What one or more events of a session change in its row.
 *
 * @param start how it started, where that is among them
 * @param startedAt when it started, likewise
 * @param answered how many steps are answered; absent where that stays
 * @param expiresAt when it expires; absent where that stays
 * @param sequence the last event's
 * @param time the last event's
 */
record SessionChange(String sessionId, @Nullable SessionStarted start, @Nullable Instant startedAt, String phase,
		@Nullable Integer answered, @Nullable Instant expiresAt, long sequence, Instant time) {

	static SessionChange of(CoachingSessionEvent event, long sequence, Instant time) {
		return switch (event) {
			case SessionStarted it ->
				new SessionChange(it.sessionId(), it, time, "live", 0, it.expiresAt(), sequence, time);
			case StepAnswered it -> change(it, "live", it.step().ordinal() + 1, it.expiresAt(), sequence, time);
			case ClarificationRequested it -> change(it, "live", null, it.expiresAt(), sequence, time);
			case SessionCompleted it -> change(it, "completed", null, null, sequence, time);
			case SessionExpired it -> change(it, "expired", null, null, sequence, time);
			case SessionResumed it -> change(it, "live", null, it.expiresAt(), sequence, time);
			case SessionDeleted it -> change(it, "deleted", null, null, sequence, time);
		};
	}

	private static SessionChange change(CoachingSessionEvent event, String phase, @Nullable Integer answered,
			@Nullable Instant expiresAt, long sequence, Instant time) {
		return new SessionChange(event.sessionId(), null, null, phase, answered, expiresAt, sequence, time);
	}

	/** Both changes as one. */
	SessionChange then(SessionChange later) {
		return new SessionChange(this.sessionId, this.start, this.startedAt, later.phase,
				(later.answered != null) ? later.answered : this.answered,
				(later.expiresAt != null) ? later.expiresAt : this.expiresAt, later.sequence, later.time);
	}

}
