package io.coachflow.query.analytics;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

import io.coachflow.contracts.session.AnswerOrigin;
import io.coachflow.contracts.session.CoachingSessionEvent;
import io.coachflow.contracts.session.CoachingSessionEvent.AnswerRevised;
import io.coachflow.contracts.session.CoachingSessionEvent.ClarificationRequested;
import io.coachflow.contracts.session.CoachingSessionEvent.HelpGiven;
import io.coachflow.contracts.session.CoachingSessionEvent.SessionCompleted;
import io.coachflow.contracts.session.CoachingSessionEvent.SessionExpired;
import io.coachflow.contracts.session.CoachingSessionEvent.SessionStarted;
import io.coachflow.contracts.session.CoachingSessionEvent.StepAnswered;
import io.coachflow.contracts.session.Step;
import org.jspecify.annotations.Nullable;

/**
 * What one or more events of a session change in its row.
 *
 * @param start the start, if it is among them
 * @param startedAt when the session started, if the start is among them
 * @param answeredAt when each step was answered, for the steps that these events answer
 * @param helpGiven how often help was given
 * @param proposalsTaken how many answers came from a proposal
 * @param answersRevised how often an answer was corrected
 * @param sequence of the last of these events
 */
record FunnelRow(String sessionId, @Nullable SessionStarted start, @Nullable Instant startedAt,
		Map<Step, Instant> answeredAt, int clarifications, int expirations, @Nullable Instant completedAt,
		int helpGiven, int proposalsTaken, int answersRevised, long sequence) {

	/**
	 * What one event changes.
	 * @throws NullPointerException if a start lacks its sector or language. Thrown here,
	 * it makes the event a dead letter; thrown at the end of the batch, it would block
	 * all other sessions
	 */
	static FunnelRow of(CoachingSessionEvent event, long sequence, Instant time) {
		boolean started = event instanceof SessionStarted;
		if (event instanceof SessionStarted it) {
			Objects.requireNonNull(it.guidance().sector());
			Objects.requireNonNull(it.guidance().language());
		}
		return new FunnelRow(event.sessionId(), started ? (SessionStarted) event : null, started ? time : null,
				(event instanceof StepAnswered it) ? Map.of(it.step(), time) : Map.of(),
				(event instanceof ClarificationRequested) ? 1 : 0, (event instanceof SessionExpired) ? 1 : 0,
				(event instanceof SessionCompleted) ? time : null, (event instanceof HelpGiven) ? 1 : 0,
				(event instanceof StepAnswered it && it.origin() == AnswerOrigin.PROPOSAL) ? 1 : 0,
				(event instanceof AnswerRevised) ? 1 : 0, sequence);
	}

	/** Merges this change with a later one. */
	FunnelRow then(FunnelRow later) {
		Map<Step, Instant> all = new EnumMap<>(Step.class);
		all.putAll(this.answeredAt);
		all.putAll(later.answeredAt);
		return new FunnelRow(this.sessionId, this.start, this.startedAt, Collections.unmodifiableMap(all),
				this.clarifications + later.clarifications, this.expirations + later.expirations,
				(later.completedAt != null) ? later.completedAt : this.completedAt, this.helpGiven + later.helpGiven,
				this.proposalsTaken + later.proposalsTaken, this.answersRevised + later.answersRevised, later.sequence);
	}

}
