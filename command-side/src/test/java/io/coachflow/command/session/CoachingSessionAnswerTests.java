package io.coachflow.command.session;

import java.util.List;
import java.util.Map;

import io.coachflow.contracts.error.ErrorCode;
import io.coachflow.contracts.session.CoachingSessionCommand.SubmitAnswer;
import io.coachflow.contracts.session.CoachingSessionEvent.ClarificationRequested;
import io.coachflow.contracts.session.CoachingSessionEvent.SessionCompleted;
import io.coachflow.contracts.session.CoachingSessionEvent.StepAnswered;
import io.coachflow.contracts.session.Confidence;
import io.coachflow.contracts.session.Outcome.Accepted;
import io.coachflow.contracts.session.SessionStatus;
import io.coachflow.contracts.session.Requester;
import io.coachflow.contracts.session.Step;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

@DisplayName("Answering a step")
class CoachingSessionAnswerTests extends SessionFixture {

	@Test
	void anAnswerLeadsToTheNextStepAndRenewsTheSession() {
		given(started(LIVE)).when(answer("0.85 Bread for Dakar"))
			.expectEvents(by(OWNER, answered(Step.VISION, "0.85 Bread for Dakar", RENEWED)))
			.expectResultMessagePayload(new Accepted(told(SessionStatus.IN_PROGRESS, Step.MISSION,
					COACH.guide(Step.MISSION, "restaurant", "en"), Map.of(Step.VISION, "0.85 Bread for Dakar"),
					Map.of(Step.VISION, 0.85), 0.85, true, 1, RENEWED, null), false, true));
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = "OFFRE")
	void everyStepLeadsToTheOneAfterIt(Step step) {
		given(at(step, LIVE)).when(new SubmitAnswer(ID, OWNER, text(step), step, null))
			.expectEvents(by(OWNER, answered(step, text(step), RENEWED)));
	}

	@Test
	void anAnswerIsRecordedExactlyAsSent() {
		String text = "0.85 \u00A0 Crêpes & ça\r\n\t🥖👩🏽‍🍳 \u202E\u0301 ";
		given(started(LIVE)).when(answer(text)).expectEvents(by(OWNER, answered(Step.VISION, text, RENEWED)));
	}

	@Test
	void theAnswerIsMetInTheLanguageOfItsRequest() {
		given(started(LIVE)).when(new SubmitAnswer(ID, FRENCH_OWNER, "0.85 Du pain", null, null))
			.expectEvents(by(FRENCH_OWNER,
					new StepAnswered(ID, Step.VISION, "0.85 Du pain", new Confidence(0.85, 0.85, 0.85, 0.85, 1),
							COACH.guide(Step.MISSION, "restaurant", "fr"), RENEWED)));
	}

	@Test
	void anAnswerIsJudgedBesideTheEarlierOnes() {
		String again = text(Step.VISION);
		given(at(Step.MISSION, LIVE)).when(answer(again))
			.expectEvents(by(OWNER, new StepAnswered(ID, Step.MISSION, again, new Confidence(0.6, 0.6, 0.6, 0.6, 0),
					COACH.guide(Step.CLIENTELE, "restaurant", "en"), RENEWED)));
	}

	@Test
	void theAnswerToTheOfferCompletesTheSessionWithTheMeanConfidence() {
		given(at(Step.OFFRE, LIVE)).when(new SubmitAnswer(ID, ownerWith("k", "h"), text(Step.OFFRE), null, null))
			.expectEvents(by(ownerWith("k", "h"), answered(Step.OFFRE, text(Step.OFFRE), RENEWED)),
					by(ownerWith("k", "h"), new SessionCompleted(ID, MEAN)))
			.expectResultMessagePayload(
					new Accepted(told(SessionStatus.COMPLETED, null, COACH.close("restaurant", "en"), allTexts(),
							allScores(), SCORES.getLast(), true, 6, null, NOW), false, true));
	}

	@Test
	void aWeakAnswerGetsAQuestionAndTheStepStays() {
		givenMinimumConfidence(0.6, at(Step.MISSION, LIVE)).when(answer("0.59 Bread"))
			.expectEvents(by(OWNER, question("0.59 Bread", 0.59)))
			.expectResultMessagePayload(new Accepted(told(SessionStatus.IN_PROGRESS, Step.MISSION,
					question("0.59 Bread", 0.59).guidance(), Map.of(Step.VISION, text(Step.VISION)),
					Map.of(Step.VISION, SCORES.getFirst()), 0.59, false, 2, RENEWED, null), false, true));
	}

	@Test
	void anAnswerOfTheMinimumConfidenceIsAccepted() {
		givenMinimumConfidence(0.6, started(LIVE)).when(answer("0.60 Bread"))
			.expectEvents(by(OWNER, answered(Step.VISION, "0.60 Bread", RENEWED)));
	}

	@Test
	void aBetterAnswerAfterAQuestionGoesOn() {
		givenMinimumConfidence(0.6, at(Step.MISSION, LIVE), question("0.59 Bread", 0.59))
			.when(answer(text(Step.MISSION)))
			.expectEvents(by(OWNER, answered(Step.MISSION, text(Step.MISSION), RENEWED)));
	}

	@Test
	void aSecondWeakAnswerGetsAnotherQuestionAndTheThirdIsTaken() {
		Confidence weak = new Confidence(0.58, 0.58, 0.58, 0.58, 1);
		givenMinimumConfidence(0.6, at(Step.MISSION, LIVE), question("0.59 Bread", 0.59)).when(answer("0.58 Cake"))
			.expectEvents(by(OWNER, new ClarificationRequested(ID, Step.MISSION, "0.58 Cake", weak,
					COACH.clarify(Step.MISSION, weak, "restaurant", "en", 1), RENEWED)));

		givenMinimumConfidence(0.6, at(Step.MISSION, LIVE), question("0.59 Bread", 0.59), question("0.58 Cake", 0.58))
			.when(answer("0.10 Pie"))
			.expectEvents(by(OWNER, answered(Step.MISSION, "0.10 Pie", RENEWED)));
	}

	@Test
	void theNextStepMayBeAskedAboutTwiceAgain() {
		givenMinimumConfidence(0.6, at(Step.MISSION, LIVE), question("0.59 Bread", 0.59), question("0.58 Cake", 0.58),
				answered(Step.MISSION, "0.10 Pie", RENEWED))
			.when(answer("0.10 Tart"))
			.expectEvents(by(OWNER,
					new ClarificationRequested(ID, Step.CLIENTELE, "0.10 Tart", new Confidence(0.1, 0.1, 0.1, 0.1, 1),
							COACH.clarify(Step.CLIENTELE, new Confidence(0.1, 0.1, 0.1, 0.1, 1), "restaurant", "en", 0),
							RENEWED)));
	}

	@Test
	void anAnswerThatEqualsTheOneBeforeItIsAskedBackToo() {
		givenMinimumConfidence(0.3, at(Step.MISSION, LIVE)).when(answer(text(Step.VISION)))
			.expectEvents(by(OWNER,
					new ClarificationRequested(ID, Step.MISSION, text(Step.VISION),
							new Confidence(0.6, 0.6, 0.6, 0.6, 0), COACH.repeated(Step.MISSION, "restaurant", "en", 0),
							RENEWED)));
		givenMinimumConfidence(0.3, at(Step.CLIENTELE, LIVE)).when(answer(text(Step.VISION)))
			.expectEvents(by(OWNER,
					new StepAnswered(ID, Step.CLIENTELE, text(Step.VISION), new Confidence(0.6, 0.6, 0.6, 0.6, 0),
							COACH.guide(Step.DIFFERENTIATION, "restaurant", "en"), RENEWED)));
	}

	@Test
	void whereAskingBackIsOffEveryAnswerIsTaken() {
		givenMinimumConfidence(0, at(Step.MISSION, LIVE), question("0.59 Bread", 0.59)).when(answer("0.59 Bread"))
			.expectEvents(by(OWNER, answered(Step.MISSION, "0.59 Bread", RENEWED)));
	}

	@Test
	void aWeakLastAnswerCompletesNothing() {
		givenMinimumConfidence(0.6, at(Step.OFFRE, LIVE)).when(answer("0.10 Bread"))
			.expectEvents(by(OWNER,
					new ClarificationRequested(ID, Step.OFFRE, "0.10 Bread", new Confidence(0.1, 0.1, 0.1, 0.1, 1),
							COACH.clarify(Step.OFFRE, new Confidence(0.1, 0.1, 0.1, 0.1, 1), "restaurant", "en", 0),
							RENEWED)));
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = "MISSION")
	void anAnswerToAnotherStepIsRefused(Step step) {
		given(at(Step.MISSION, LIVE)).when(new SubmitAnswer(ID, OWNER, "0.90 Bread", step, null))
			.expectNoEvents()
			.expectResultMessagePayloadMatching(refused(ErrorCode.INVALID_STEP));
	}

	@Test
	void aCompletedSessionTakesNoMoreAnswers() {
		given(completed()).when(answer("0.90 Bread"))
			.expectNoEvents()
			.expectResultMessagePayloadMatching(refused(ErrorCode.INVALID_STEP));
	}

	@Test
	void anAnswerIsTakenWhereIfMatchNamesTheSequence() {
		given(at(Step.MISSION, LIVE)).when(new SubmitAnswer(ID, ownerOf(7L, 1L), text(Step.MISSION), null))
			.expectEvents(answered(Step.MISSION, text(Step.MISSION), RENEWED));
	}

	@Test
	void anAnswerIsRefusedWhereIfMatchNamesAnotherSequenceOrNone() {
		for (Requester others : List.of(ownerOf(0L, 2L), ownerOf())) {
			given(at(Step.MISSION, LIVE)).when(new SubmitAnswer(ID, others, text(Step.MISSION), null))
				.expectNoEvents()
				.expectResultMessagePayloadMatching(refused(ErrorCode.PRECONDITION_FAILED));
		}
	}

	@Test
	void aSessionThatNobodyStartedTakesNoAnswer() {
		given().when(answer("0.90 Bread")).expectNoEvents().expectException(AggregateNotFoundException.class);
	}

	private static ClarificationRequested question(String text, double score) {
		Confidence confidence = new Confidence(score, score, score, score, 1);
		return new ClarificationRequested(ID, Step.MISSION, text, confidence,
				COACH.clarify(Step.MISSION, confidence, "restaurant", "en", 0), RENEWED);
	}

}
