package io.coachflow.command.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.coachflow.command.session.Decision.Emit;
import io.coachflow.contracts.session.CoachingSessionCommand.Beginning;
import io.coachflow.contracts.session.CoachingSessionCommand.StartFromBrief;
import io.coachflow.contracts.session.CoachingSessionEvent;
import io.coachflow.contracts.session.CoachingSessionEvent.SessionCompleted;
import io.coachflow.contracts.session.CoachingSessionEvent.SessionStarted;
import io.coachflow.contracts.session.CoachingSessionEvent.StepAnswered;
import io.coachflow.contracts.session.Confidence;
import io.coachflow.contracts.session.Requester;
import io.coachflow.contracts.session.Step;

/**
 * Decides on the first command of a session.
 */
final class Beginnings {

	private final SessionCoach coach;

	private final TimeToLive timeToLive;

	Beginnings(SessionCoach coach, TimeToLive timeToLive) {
		this.coach = coach;
		this.timeToLive = timeToLive;
	}

	SessionStarted started(Beginning command, Instant now) {
		Requester requester = command.requester();
		return new SessionStarted(command.sessionId(), requester.userId(), command.business(),
				this.coach.guide(command.business(), Optional.of(Step.VISION), requester.language()),
				this.timeToLive.from(now));
	}

	/** The events of a session in which every answer is taken. */
	Decision fromBrief(SessionState unborn, StartFromBrief command, Instant now) {
		List<CoachingSessionEvent> events = new ArrayList<>();
		SessionState session = after(unborn, started(command, now), now, events);
		for (Step step : Step.values()) {
			String answer = Objects.requireNonNull(command.answers().get(step));
			session = after(session,
					new StepAnswered(command.sessionId(), step, answer, this.coach.score(session, step, answer),
							this.coach.guide(session.business(), step.next(), command.requester().language()),
							this.timeToLive.from(now)),
					now, events);
		}
		events.add(new SessionCompleted(command.sessionId(), Confidence.mean(session.confidence().values())));
		return new Emit(List.copyOf(events));
	}

	private static SessionState after(SessionState session, CoachingSessionEvent event, Instant now,
			List<CoachingSessionEvent> events) {
		events.add(event);
		return session.evolve(event, session.sequence() + 1, now, null);
	}

}
