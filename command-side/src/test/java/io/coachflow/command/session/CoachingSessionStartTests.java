package io.coachflow.command.session;

import java.time.Instant;
import java.util.Map;

import io.coachflow.contracts.error.ErrorCode;
import io.coachflow.contracts.session.Business;
import io.coachflow.contracts.session.CoachingSessionCommand.ResumeSession;
import io.coachflow.contracts.session.CoachingSessionCommand.StartSession;
import io.coachflow.contracts.session.CoachingSessionEvent.SessionStarted;
import io.coachflow.contracts.session.Outcome.Accepted;
import io.coachflow.contracts.session.Reply;
import io.coachflow.contracts.session.Requester;
import io.coachflow.contracts.session.SessionStatus;
import io.coachflow.contracts.session.Step;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Starting a session")
class CoachingSessionStartTests extends SessionFixture {

	@Test
	void aNewSessionAsksForTheVisionAndLivesForTwoHours() {
		given().when(new StartSession(ID, OWNER, BUSINESS))
			.expectEvents(by(OWNER, started(RENEWED)))
			.expectResultMessagePayload(
					new Accepted(reply(Step.VISION, "en", SessionStatus.INITIALIZED, 0, RENEWED), false, true));
	}

	@Test
	void aStartIsRecordedWithItsLanguageKeyAndRequest() {
		Requester requester = new Requester("ada", "fr", new Requester.Idempotency("key-1", "hash-1"));
		given().when(new StartSession(ID, requester, Business.UNKNOWN))
			.expectEvents(by(requester,
					new SessionStarted(ID, "ada", Business.UNKNOWN, COACH.guide(Step.VISION, null, "fr"), RENEWED)));
	}

	@Test
	void anExpiryIsToldInWholeMilliseconds() {
		givenTime(Instant.parse("2026-11-22T12:00:00.123456789Z"), 0).when(new StartSession(ID, OWNER, BUSINESS))
			.expectEvents(started(Instant.parse("2026-11-22T14:00:00.123Z")));
	}

	@Test
	void anIdIsUsedOnce() {
		given(started(LIVE)).when(new StartSession(ID, OWNER, BUSINESS))
			.expectNoEvents()
			.expectResultMessagePayloadMatching(refused(ErrorCode.CONFLICT));
	}

	@Test
	void aLiveSessionThatIsResumedShowsItsOwnStepAndIsNotRenewed() {
		given(at(Step.MISSION, LIVE)).when(new ResumeSession(ID, FRENCH_OWNER))
			.expectNoEvents()
			.expectResultMessagePayload(
					new Accepted(reply(Step.MISSION, "fr", SessionStatus.IN_PROGRESS, 1, LIVE), false, false));
	}

	@Test
	void aSessionWhoseTimeIsUpIsRecordedAsExpiredAndRevivedAtItsStep() {
		given(at(Step.MISSION, OVERDUE)).when(new ResumeSession(ID, FRENCH_OWNER))
			.expectEvents(byItself(expired()), by(FRENCH_OWNER, resumed(Step.MISSION, "fr")))
			.expectResultMessagePayload(
					new Accepted(reply(Step.MISSION, "fr", SessionStatus.IN_PROGRESS, 3, RENEWED), false, true));
	}

	@Test
	void theKeyOfARevivalIsNotTheExpirys() {
		given(started(OVERDUE)).when(new ResumeSession(ID, ownerWith("key-1", "hash-1")))
			.expectEvents(byItself(expired()), by(ownerWith("key-1", "hash-1"), resumed(Step.VISION, "en")));
	}

	@Test
	void aSessionThatIsRecordedAsExpiredIsRevivedByOneEvent() {
		given(at(Step.MISSION, OVERDUE), expired()).when(new ResumeSession(ID, OWNER))
			.expectEvents(by(OWNER, resumed(Step.MISSION, "en")))
			.expectResultMessagePayload(
					new Accepted(reply(Step.MISSION, "en", SessionStatus.IN_PROGRESS, 3, RENEWED), false, true));
	}

	@Test
	void aRevivedSessionGoesOnWhereItStood() {
		given(at(Step.MISSION, OVERDUE), expired(), resumed(Step.MISSION, "en")).when(answer(text(Step.MISSION)))
			.expectEvents(by(OWNER, answered(Step.MISSION, text(Step.MISSION), RENEWED)));
	}

	@Test
	void aCompletedSessionThatIsResumedSaysThatAllIsAnswered() {
		given(completed()).when(new ResumeSession(ID, OWNER))
			.expectNoEvents()
			.expectResultMessagePayload(new Accepted(told(SessionStatus.COMPLETED, null,
					COACH.close("restaurant", "en"), allTexts(), allScores(), 0, false, 6, null, NOW), false, false));
	}

	@Test
	void aSessionThatNobodyStartedCannotBeResumed() {
		given().when(new ResumeSession(ID, OWNER)).expectNoEvents().expectException(AggregateNotFoundException.class);
	}

	private static Reply reply(Step step, String language, SessionStatus status, long sequence, Instant expiresAt) {
		boolean fresh = step == Step.VISION;
		return told(status, step, COACH.guide(step, "restaurant", language),
				fresh ? Map.of() : Map.of(Step.VISION, text(Step.VISION)),
				fresh ? Map.of() : Map.of(Step.VISION, SCORES.getFirst()), 0, false, sequence, expiresAt, null);
	}

}
