package io.coachflow.command.session;

import java.util.List;
import java.util.Map;

import io.coachflow.contracts.error.ErrorCode;
import io.coachflow.contracts.session.CoachingSessionCommand.DeleteSession;
import io.coachflow.contracts.session.CoachingSessionCommand.ResumeSession;
import io.coachflow.contracts.session.CoachingSessionCommand.StartSession;
import io.coachflow.contracts.session.CoachingSessionCommand.SubmitAnswer;
import io.coachflow.contracts.session.CoachingSessionEvent.ClarificationRequested;
import io.coachflow.contracts.session.CoachingSessionEvent.SessionCompleted;
import io.coachflow.contracts.session.Confidence;
import io.coachflow.contracts.session.Outcome.Accepted;
import io.coachflow.contracts.session.Reply;
import io.coachflow.contracts.session.Requester;
import io.coachflow.contracts.session.SessionStatus;
import io.coachflow.contracts.session.Step;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The same idempotency key")
class CoachingSessionIdempotencyTests extends SessionFixture {

	private static final Requester KEYED = ownerWith("key-1", "hash-1");

	private static final Requester OTHER_REQUEST = ownerWith("key-1", "hash-2");

	private static final Reply FIRST = told(SessionStatus.INITIALIZED, Step.VISION,
			COACH.guide(Step.VISION, "restaurant", "en"), Map.of(), Map.of(), 0, false, 0, LIVE, null);

	private static final Reply SECOND = told(SessionStatus.IN_PROGRESS, Step.MISSION,
			COACH.guide(Step.MISSION, "restaurant", "en"), Map.of(Step.VISION, text(Step.VISION)),
			Map.of(Step.VISION, SCORES.getFirst()), SCORES.getFirst(), true, 1, LIVE, null);

	@Test
	void startsOneSession() {
		given(by(KEYED, started(LIVE))).when(new StartSession(ID, KEYED, BUSINESS))
			.expectNoEvents()
			.expectResultMessagePayload(new Accepted(FIRST, true, true));
	}

	@Test
	void isToldTheFirstAnswerHoweverFarTheSessionHasGone() {
		given(by(KEYED, started(LIVE)), completed().subList(1, 7)).when(new StartSession(ID, KEYED, BUSINESS))
			.expectNoEvents()
			.expectResultMessagePayload(new Accepted(FIRST, true, true));
	}

	@Test
	void isToldTheFirstAnswerThoughTheSessionHasExpired() {
		given(started(LIVE), by(KEYED, answered(Step.VISION, text(Step.VISION), LIVE)), expired())
			.when(new SubmitAnswer(ID, KEYED, text(Step.VISION), null, null))
			.expectNoEvents()
			.expectResultMessagePayload(new Accepted(SECOND, true, true));
	}

	@Test
	void answersOneStep() {
		given(started(LIVE), by(KEYED, answered(Step.VISION, text(Step.VISION), LIVE)))
			.when(new SubmitAnswer(ID, KEYED, text(Step.VISION), Step.VISION, null))
			.expectNoEvents()
			.expectResultMessagePayload(new Accepted(SECOND, true, true));
	}

	@Test
	void isToldOfTheCompletionThatItBroughtAbout() {
		given(at(Step.OFFRE, LIVE), by(KEYED, answered(Step.OFFRE, text(Step.OFFRE), LIVE)),
				by(KEYED, new SessionCompleted(ID, MEAN)))
			.when(new SubmitAnswer(ID, KEYED, text(Step.OFFRE), null, null))
			.expectNoEvents()
			.expectResultMessagePayload(
					new Accepted(told(SessionStatus.COMPLETED, null, COACH.close("restaurant", "en"), allTexts(),
							allScores(), SCORES.getLast(), true, 6, null, NOW), true, true));
	}

	@Test
	void asksTheSameQuestionAgain() {
		Confidence weak = new Confidence(0.1, 0.1, 0.1, 0.1, 1);
		ClarificationRequested question = new ClarificationRequested(ID, Step.VISION, "0.10 Bread", weak,
				COACH.clarify(Step.VISION, weak, "restaurant", "en", 0), LIVE);
		givenMinimumConfidence(0.5, started(LIVE), by(KEYED, question))
			.when(new SubmitAnswer(ID, KEYED, "0.10 Bread", null, null))
			.expectNoEvents()
			.expectResultMessagePayload(new Accepted(told(SessionStatus.INITIALIZED, Step.VISION, question.guidance(),
					Map.of(), Map.of(), 0.1, false, 1, LIVE, null), true, true));
	}

	@Test
	void revivesOnce() {
		given(started(OVERDUE), expired(), by(KEYED, resumed(Step.VISION, "en"))).when(new ResumeSession(ID, KEYED))
			.expectNoEvents()
			.expectResultMessagePayload(new Accepted(told(SessionStatus.INITIALIZED, Step.VISION,
					COACH.guide(Step.VISION, "restaurant", "en"), Map.of(), Map.of(), 0, false, 2, RENEWED, null), true,
					true));
	}

	@Test
	void isRefusedForAnotherRequest() {
		for (Object request : List.of(new StartSession(ID, OTHER_REQUEST, BUSINESS),
				new ResumeSession(ID, OTHER_REQUEST),
				new SubmitAnswer(ID, OTHER_REQUEST, text(Step.VISION), null, null))) {
			given(by(KEYED, started(LIVE))).when(request)
				.expectNoEvents()
				.expectResultMessagePayloadMatching(refused(ErrorCode.IDEMPOTENCY_KEY_REUSED));
		}
	}

	@Test
	void isNothingToARequestWithAnotherKey() {
		Requester other = ownerWith("key-2", "hash-1");
		given(by(KEYED, started(LIVE))).when(new SubmitAnswer(ID, other, text(Step.VISION), null, null))
			.expectEvents(by(other, answered(Step.VISION, text(Step.VISION), RENEWED)));
	}

	@Test
	void isFreeAgainAfterARefusal() {
		given(started(LIVE)).andGivenCommands(new SubmitAnswer(ID, KEYED, "0.90 Bread", Step.OFFRE, null))
			.when(new SubmitAnswer(ID, OTHER_REQUEST, text(Step.VISION), Step.VISION, null))
			.expectEvents(by(OTHER_REQUEST, answered(Step.VISION, text(Step.VISION), RENEWED)));
	}

	@Test
	void isNotNeededToDelete() {
		given(by(KEYED, started(LIVE))).when(new DeleteSession(ID, OWNER)).expectEvents(by(OWNER, deleted()));
	}

}
