package io.coachflow.command.session;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.coachflow.contracts.error.ErrorCode;
import io.coachflow.contracts.session.Business;
import io.coachflow.contracts.session.CoachingSessionCommand.CompleteSession;
import io.coachflow.contracts.session.CoachingSessionCommand.DescribeBusiness;
import io.coachflow.contracts.session.CoachingSessionCommand.ResumeSession;
import io.coachflow.contracts.session.CoachingSessionCommand.ReviseAnswer;
import io.coachflow.contracts.session.CoachingSessionCommand.Told;
import io.coachflow.contracts.session.CoachingSessionEvent;
import io.coachflow.contracts.session.CoachingSessionEvent.AnswerRevised;
import io.coachflow.contracts.session.CoachingSessionEvent.BusinessDescribed;
import io.coachflow.contracts.session.CompletedSession;
import io.coachflow.contracts.session.Confidence;
import io.coachflow.contracts.session.Fact;
import io.coachflow.contracts.session.Outcome.Accepted;
import io.coachflow.contracts.session.SessionStatus;
import io.coachflow.contracts.session.Step;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Correcting")
class CoachingSessionCorrectionTests extends SessionFixture {

	private static final Business MOVED = new Business("Teranga Table", "restaurant", "Thiès", null);

	private static final List<Told> MOVE = List.of(new Told(Fact.CITY, "Thiès"), new Told(Fact.COUNTRY, null));

	@Test
	void anAnswerChangesIsScoredAnewAndTheStepStays() {
		Map<Step, String> answers = new EnumMap<>(Map.of(Step.VISION, "0.95 Bread", Step.MISSION, text(Step.MISSION)));
		Map<Step, Double> scores = new EnumMap<>(Map.of(Step.VISION, 0.95, Step.MISSION, SCORES.get(1)));

		given(at(Step.CLIENTELE, LIVE)).when(new ReviseAnswer(ID, OWNER, Step.VISION, "0.95 Bread"))
			.expectEvents(by(OWNER, revised("0.95 Bread", 0.95)))
			.expectResultMessagePayload(new Accepted(told(SessionStatus.IN_PROGRESS, Step.CLIENTELE,
					COACH.guide(Step.CLIENTELE, "restaurant", "en"), answers, scores, 0, false, 3, RENEWED, null),
					false, true));
	}

	@Test
	void aCompletedSessionStaysCompletedAndItsMeanFollows() {
		AnswerRevised revised = new AnswerRevised(ID, Step.VISION, "0.10 Bread", new Confidence(0.1, 0.1, 0.1, 0.1, 1),
				null);
		given(completed()).when(new ReviseAnswer(ID, OWNER, Step.VISION, "0.10 Bread"))
			.expectEvents(by(OWNER, revised));

		Map<Step, String> answers = new EnumMap<>(allTexts());
		answers.put(Step.VISION, "0.10 Bread");
		Map<Step, Double> scores = new EnumMap<>(allScores());
		scores.put(Step.VISION, 0.1);
		given(completed(), revised).when(new CompleteSession(ID, OWNER))
			.expectResultMessagePayload(new Accepted(
					told(SessionStatus.COMPLETED, null, COACH.close("restaurant", "en"), answers, scores, 0.64, true, 7,
							null, NOW),
					false, false, new CompletedSession(ID, OWNER.userId(), "en", BUSINESS, answers, scores)));
	}

	@Test
	void theSameAnswerAgainIsNoCorrection() {
		given(at(Step.MISSION, LIVE)).when(new ReviseAnswer(ID, OWNER, Step.VISION, text(Step.VISION)))
			.expectNoEvents()
			.expectResultMessagePayload(new Accepted(told(SessionStatus.IN_PROGRESS, Step.MISSION,
					COACH.guide(Step.MISSION, "restaurant", "en"), Map.of(Step.VISION, text(Step.VISION)),
					Map.of(Step.VISION, SCORES.getFirst()), 0, false, 1, LIVE, null), false, false));
	}

	@Test
	void aStepWithoutAnAnswerHasNothingToCorrect() {
		for (Step step : List.of(Step.MISSION, Step.OFFRE)) {
			given(at(Step.MISSION, LIVE)).when(new ReviseAnswer(ID, OWNER, step, "0.90 Bread"))
				.expectNoEvents()
				.expectResultMessagePayloadMatching(refused(ErrorCode.INVALID_STEP));
		}
	}

	@Test
	void nobodyIsAskedBackAboutACorrection() {
		givenMinimumConfidence(0.6, at(Step.MISSION, LIVE)).when(new ReviseAnswer(ID, OWNER, Step.VISION, "0.10 Bread"))
			.expectEvents(by(OWNER, revised("0.10 Bread", 0.1)));
	}

	@Test
	void whatIsToldOfTheBusinessIsKnownAndShapesTheGuidance() {
		given(at(Step.MISSION, LIVE))
			.when(new DescribeBusiness(ID, OWNER,
					List.of(new Told(Fact.SECTOR, "bakery"), new Told(Fact.BUSINESS_NAME, "Teranga Table"))))
			.expectEvents(
					by(OWNER, new BusinessDescribed(ID, new Business("Teranga Table", "bakery", "Dakar", "Senegal"),
							List.of(Fact.SECTOR), COACH.guide(Step.MISSION, "bakery", "en"), RENEWED)));
	}

	@Test
	void aFactIsTakenAway() {
		given(completed()).when(new DescribeBusiness(ID, OWNER, MOVE))
			.expectEvents(by(OWNER, new BusinessDescribed(ID, MOVED, List.of(Fact.CITY, Fact.COUNTRY),
					COACH.close("restaurant", "en"), null)));
	}

	@Test
	void whatIsKnownIsNoNews() {
		given(at(Step.MISSION, LIVE)).when(new DescribeBusiness(ID, OWNER, List.of(new Told(Fact.CITY, "Dakar"))))
			.expectNoEvents();
		given(at(Step.MISSION, LIVE)).when(new ResumeSession(ID, OWNER, List.of(new Told(Fact.CITY, "Dakar"))))
			.expectNoEvents();
	}

	@Test
	void aSessionIsResumedWithWhatIsToldThen() {
		CoachingSessionEvent described = new BusinessDescribed(ID, MOVED, List.of(Fact.CITY, Fact.COUNTRY),
				COACH.guide(Step.MISSION, "restaurant", "en"), RENEWED);

		given(at(Step.MISSION, LIVE)).when(new ResumeSession(ID, OWNER, MOVE)).expectEvents(by(OWNER, described));
		given(at(Step.MISSION, OVERDUE)).when(new ResumeSession(ID, OWNER, MOVE))
			.expectEvents(byItself(expired()), by(OWNER, resumed(Step.MISSION, "en")), by(OWNER, described));
	}

	@Test
	void refusalsAreThoseOfAnAnswer() {
		for (Object correction : List.of(new ReviseAnswer(ID, STRANGER, Step.VISION, "0.90 Bread"),
				new DescribeBusiness(ID, STRANGER, MOVE))) {
			given(at(Step.MISSION, LIVE)).when(correction)
				.expectNoEvents()
				.expectResultMessagePayloadMatching(refused(ErrorCode.FORBIDDEN));
		}
		for (Object correction : List.of(new ReviseAnswer(ID, OWNER, Step.VISION, "0.90 Bread"),
				new DescribeBusiness(ID, OWNER, MOVE))) {
			given(at(Step.MISSION, OVERDUE)).when(correction)
				.expectEvents(byItself(expired()))
				.expectResultMessagePayloadMatching(refused(ErrorCode.SESSION_EXPIRED));
			given(at(Step.MISSION, LIVE), deleted()).when(correction)
				.expectNoEvents()
				.expectResultMessagePayloadMatching(refused(ErrorCode.SESSION_NOT_FOUND));
		}
		for (Object correction : List.of(new ReviseAnswer(ID, ownerOf(7L), Step.VISION, "0.90 Bread"),
				new DescribeBusiness(ID, ownerOf(7L), MOVE))) {
			given(at(Step.MISSION, LIVE)).when(correction)
				.expectNoEvents()
				.expectResultMessagePayloadMatching(refused(ErrorCode.PRECONDITION_FAILED));
		}
	}

	private static AnswerRevised revised(String text, double score) {
		return new AnswerRevised(ID, Step.VISION, text, new Confidence(score, score, score, score, 1), RENEWED);
	}

}
