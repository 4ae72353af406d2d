package io.coachflow.command.session;

import java.time.Clock;
import java.time.Duration;

import io.coachflow.command.guidance.ScriptedCoach;
import io.coachflow.command.session.SessionRehearsal.Rehearsed;
import io.coachflow.contracts.rest.CoachingResponse;
import io.coachflow.contracts.session.CoachingSessionEvent.ClarificationRequested;
import io.coachflow.contracts.session.CoachingSessionEvent.SessionCompleted;
import io.coachflow.contracts.session.CoachingSessionEvent.SessionStarted;
import io.coachflow.contracts.session.CoachingSessionEvent.StepAnswered;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SessionRehearsalTests {

	@Test
	void goesThroughAWholeSession() {
		Rehearsed rehearsed = rehearsal(0).rehearse("fr");
		assertThat(rehearsed.events()).hasSize(7)
			.hasOnlyElementsOfTypes(SessionStarted.class, StepAnswered.class, SessionCompleted.class);
		assertThat(rehearsed.responses()).hasSize(7).last().returns(6L, CoachingResponse::sequence);
		assertThat(rehearsed.events().getFirst().sessionId())
			.isNotEqualTo(rehearsal(0).rehearse("fr").events().getFirst().sessionId());
	}

	@Test
	void isAskedBackWhereTheCoachIsStrict() {
		assertThat(rehearsal(1).rehearse("en").events()).hasAtLeastOneElementOfType(ClarificationRequested.class);
	}

	private static SessionRehearsal rehearsal(double minimumConfidence) {
		return new SessionRehearsal(new JsonRequests(),
				new SessionDecider(new ScriptedCoach(), Duration.ofHours(2), minimumConfidence), Clock.systemUTC());
	}

}
