package io.coachflow.command.session;

import io.coachflow.contracts.error.ErrorCode;
import io.coachflow.contracts.session.CoachingSessionCommand.CompleteSession;
import io.coachflow.contracts.session.Outcome.Accepted;
import io.coachflow.contracts.session.Outcome.Refused;
import io.coachflow.contracts.session.Requester;
import io.coachflow.contracts.session.CompletedSession;
import io.coachflow.contracts.session.SessionStatus;
import io.coachflow.contracts.session.Step;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.hamcrest.CoreMatchers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Completing a session")
class CoachingSessionCompletionTests extends SessionFixture {

	@Test
	void aCompletionTellsTheMeanConfidenceAndAllAnswers() {
		given(completed()).when(new CompleteSession(ID, OWNER))
			.expectNoEvents()
			.expectResultMessagePayload(completion(OWNER));
	}

	@Test
	void aCompletionMayBeRepeated() {
		given(completed()).andGivenCommands(new CompleteSession(ID, OWNER))
			.when(new CompleteSession(ID, FRENCH_OWNER))
			.expectNoEvents()
			.expectResultMessagePayload(completion(FRENCH_OWNER));
	}

	@Test
	void aCompletedSessionNeverExpires() {
		givenTime(NOW.plus(TTL.multipliedBy(1000)), 0, completed()).when(new CompleteSession(ID, OWNER))
			.expectNoEvents()
			.expectResultMessagePayloadMatching(CoreMatchers.instanceOf(Accepted.class));
	}

	@ParameterizedTest
	@EnumSource
	void aCompletionIsRefusedWhileAStepRemains(Step step) {
		given(at(step, LIVE)).when(new CompleteSession(ID, OWNER))
			.expectNoEvents()
			.expectResultMessagePayloadMatching(refused(ErrorCode.INVALID_STEP));
	}

	@Test
	void theRefusalNamesTheStepsThatRemain() {
		given(at(Step.DIFFERENTIATION, LIVE)).when(new CompleteSession(ID, OWNER))
			.expectResultMessagePayload(new Refused(ErrorCode.INVALID_STEP,
					"These steps still need an answer: differentiation, offre. Send them to POST /api/v1/coaching/step."));
	}

	@Test
	void aSessionThatNobodyStartedCannotBeCompleted() {
		given().when(new CompleteSession(ID, OWNER)).expectNoEvents().expectException(AggregateNotFoundException.class);
	}

	private static Accepted completion(Requester requester) {
		return new Accepted(
				told(SessionStatus.COMPLETED, null, COACH.close("restaurant", requester.language()), allTexts(),
						allScores(), MEAN, true, 6, null, NOW),
				false, false,
				new CompletedSession(ID, OWNER.userId(), "en", SessionFixture.BUSINESS, allTexts(), allScores()));
	}

}
