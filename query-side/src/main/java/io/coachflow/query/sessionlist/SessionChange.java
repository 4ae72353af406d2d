package io.coachflow.query.sessionlist;

import java.time.Instant;

import io.coachflow.contracts.session.Business;
import io.coachflow.contracts.session.CoachingSessionEvent;
import io.coachflow.contracts.session.CoachingSessionEvent.AnswerRevised;
import io.coachflow.contracts.session.CoachingSessionEvent.BusinessDescribed;
import io.coachflow.contracts.session.CoachingSessionEvent.ClarificationRequested;
import io.coachflow.contracts.session.CoachingSessionEvent.HelpGiven;
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
 * @param start the start, if it is among them
 * @param startedAt when the session started, if the start is among them
 * @param business what is known of the business; absent if unchanged
 * @param phase absent if unchanged
 * @param answered how many steps are answered; absent if unchanged
 * @param expiresAt when the session expires; absent if unchanged
 * @param sequence of the last of these events
 * @param time of the last of these events
 */
record SessionChange(String sessionId, @Nullable SessionStarted start, @Nullable Instant startedAt,
		@Nullable Business business, @Nullable String phase, @Nullable Integer answered, @Nullable Instant expiresAt,
		long sequence, Instant time) {

	static SessionChange of(CoachingSessionEvent event, long sequence, Instant time) {
		return switch (event) {
			case SessionStarted it ->
				new SessionChange(it.sessionId(), it, time, it.business(), "live", 0, it.expiresAt(), sequence, time);
			case StepAnswered it -> change(it, "live", it.step().ordinal() + 1, it.expiresAt(), sequence, time);
			case ClarificationRequested it -> change(it, "live", null, it.expiresAt(), sequence, time);
			case AnswerRevised it -> change(it, null, null, it.expiresAt(), sequence, time);
			case BusinessDescribed it -> new SessionChange(it.sessionId(), null, null, it.business(), null, null,
					it.expiresAt(), sequence, time);
			case HelpGiven it -> change(it, null, null, it.expiresAt(), sequence, time);
			case SessionCompleted it -> change(it, "completed", null, null, sequence, time);
			case SessionExpired it -> change(it, "expired", null, null, sequence, time);
			case SessionResumed it -> change(it, "live", null, it.expiresAt(), sequence, time);
			case SessionDeleted it -> change(it, "deleted", null, null, sequence, time);
		};
	}

	private static SessionChange change(CoachingSessionEvent event, @Nullable String phase, @Nullable Integer answered,
			@Nullable Instant expiresAt, long sequence, Instant time) {
		return new SessionChange(event.sessionId(), null, null, null, phase, answered, expiresAt, sequence, time);
	}

	/** Merges this change with a later one. */
	SessionChange then(SessionChange later) {
		return new SessionChange(this.sessionId, this.start, this.startedAt,
				(later.business != null) ? later.business : this.business,
				(later.phase != null) ? later.phase : this.phase,
				(later.answered != null) ? later.answered : this.answered,
				(later.expiresAt != null) ? later.expiresAt : this.expiresAt, later.sequence, later.time);
	}

}
