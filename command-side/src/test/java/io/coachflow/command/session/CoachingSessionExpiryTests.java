package io.coachflow.command.session;

import io.coachflow.contracts.error.ErrorCode;
import io.coachflow.contracts.session.CoachingSessionCommand;
import io.coachflow.contracts.session.CoachingSessionCommand.CompleteSession;
import io.coachflow.contracts.session.CoachingSessionCommand.ExpireSession;
import io.coachflow.contracts.session.CoachingSessionCommand.SubmitAnswer;
import io.coachflow.contracts.session.CoachingSessionEvent.SessionExpired;
import io.coachflow.contracts.session.Step;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A session that expires")
class CoachingSessionExpiryTests extends SessionFixture {

	@ParameterizedTest
	@MethodSource("lateCommands")
	void isRecordedAsExpiredByALateRequestOnNobodysBehalf(CoachingSessionCommand late) {
		given(at(Step.MISSION, OVERDUE)).when(late)
			.expectEvents(byItself(expired()))
			.expectResultMessagePayloadMatching(refused(ErrorCode.SESSION_EXPIRED));
	}

	@ParameterizedTest
	@MethodSource("lateCommands")
	void isRecordedOnce(CoachingSessionCommand late) {
		given(at(Step.MISSION, OVERDUE), expired()).when(late)
			.expectNoEvents()
			.expectResultMessagePayloadMatching(refused(ErrorCode.SESSION_EXPIRED));
	}

	@Test
	void livesUntilTheLastMillisecond() {
		given(at(Step.MISSION, LIVE)).when(answer(text(Step.MISSION)))
			.expectEvents(answered(Step.MISSION, text(Step.MISSION), RENEWED));
	}

	@Test
	void isRecordedBySweepingOnNobodysBehalf() {
		given(at(Step.MISSION, OVERDUE)).when(new ExpireSession(ID)).expectEvents(byItself(expired()));
	}

	@Test
	void isNotSweptBeforeItsTime() {
		given(at(Step.MISSION, LIVE)).when(new ExpireSession(ID)).expectSuccessfulHandlerExecution().expectNoEvents();
	}

	@Test
	void isSweptOnce() {
		given(started(OVERDUE), expired()).when(new ExpireSession(ID))
			.expectSuccessfulHandlerExecution()
			.expectNoEvents();
	}

	@Test
	void isNotSweptOnceCompleted() {
		givenTime(NOW.plus(TTL.multipliedBy(1000)), 0, completed()).when(new ExpireSession(ID))
			.expectSuccessfulHandlerExecution()
			.expectNoEvents();
	}

	@Test
	void isNotSweptOnceDeleted() {
		given(started(OVERDUE), deleted()).when(new ExpireSession(ID))
			.expectSuccessfulHandlerExecution()
			.expectNoEvents();
	}

	@Test
	void isSweptAgainAfterARevival() {
		givenTime(RENEWED, 0, started(OVERDUE), expired(), resumed(Step.VISION, "en")).when(new ExpireSession(ID))
			.expectEvents(byItself(new SessionExpired(ID, RENEWED)));
	}

	static CoachingSessionCommand[] lateCommands() {
		return new CoachingSessionCommand[] { answer(text(Step.MISSION)), new CompleteSession(ID, OWNER),
				new SubmitAnswer(ID, ownerWith("key-1", "hash-1"), text(Step.MISSION), Step.MISSION, null),
				new CompleteSession(ID, ownerWith("key-1", "hash-1")) };
	}

}
