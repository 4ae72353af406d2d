package io.coachflow.command.session;

import java.util.List;

import io.coachflow.contracts.session.Review;
import io.coachflow.contracts.session.CoachingSessionCommand.SubmitAnswer;
import io.coachflow.contracts.session.CoachingSessionEvent.ClarificationRequested;
import io.coachflow.contracts.session.CoachingSessionEvent.SessionCompleted;
import io.coachflow.contracts.session.CoachingSessionEvent.StepAnswered;
import io.coachflow.contracts.session.Confidence;
import io.coachflow.contracts.session.Guidance;
import io.coachflow.contracts.session.Step;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A model's review of an answer")
class CoachingSessionReviewTests extends SessionFixture {

	private static final String TEXT = "0.85 Bread for Dakar";

	@Test
	void itsMessageLeadsToTheNextStepAndIsMarkedAsTheModels() {
		Guidance scripted = COACH.guide(Step.MISSION, "restaurant", "en");

		given(started(LIVE)).when(answer(TEXT).with(review(Step.VISION, 0, 0.85)))
			.expectEvents(by(OWNER,
					new StepAnswered(ID, Step.VISION, TEXT, new Confidence(0.85, 0.85, 0.85, 0.85, 1, 0.85),
							new Guidance(Step.MISSION, "en", "model", scripted.catalogueVersion(), "restaurant",
									"Who bakes?", scripted.examples(), List.of("How many?"), "tiny-1", "step.v1-00"),
							RENEWED, "Bread, in short")));
	}

	@ParameterizedTest
	@CsvSource({ "1.0, 0.85", "0.85, 0.85", "0.3, 0.3", "0.0, 0.0" })
	void itsScoreLowersTheScoreAndNeverRaisesIt(double judged, double score) {
		given(started(LIVE)).when(answer(TEXT).with(review(Step.VISION, 0, judged)))
			.expectEvents(by(OWNER,
					new StepAnswered(ID, Step.VISION, TEXT, new Confidence(score, 0.85, 0.85, 0.85, 1, judged),
							COACH.guide(Step.MISSION, "restaurant", "en")
								.inWordsOf(review(Step.VISION, 0, judged), "Who bakes?", List.of("How many?")),
							RENEWED, "Bread, in short")));
	}

	@ParameterizedTest
	@CsvSource({ "MISSION, 0", "VISION, 1", "VISION, -1", "OFFRE, 0" })
	void aReviewOfAnotherStateIsIgnored(Step step, long sequence) {
		given(started(LIVE)).when(answer(TEXT).with(review(step, sequence, 0.1)))
			.expectEvents(by(OWNER, answered(Step.VISION, TEXT, RENEWED)));
	}

	@Test
	void itNeitherSkipsAStepNorCompletesASession() {
		given(at(Step.DIFFERENTIATION, LIVE)).when(answer("0.90 Bread").with(review(Step.OFFRE, 3, 1)))
			.expectEvents(by(OWNER, answered(Step.DIFFERENTIATION, "0.90 Bread", RENEWED)));
	}

	@Test
	void atTheEndItsMessageClosesTheSession() {
		Review review = review(Step.OFFRE, 4, 1);
		given(at(Step.OFFRE, LIVE)).when(answer(text(Step.OFFRE)).with(review))
			.expectEvents(by(OWNER,
					new StepAnswered(ID, Step.OFFRE, text(Step.OFFRE), new Confidence(0.71, 0.71, 0.71, 0.71, 1, 1.0),
							COACH.close("restaurant", "en").inWordsOf(review, "Who bakes?", List.of("a question?")),
							RENEWED, "Bread, in short")),
					by(OWNER, new SessionCompleted(ID, MEAN)));
	}

	@Test
	void aWeakAnswerGetsItsQuestion() {
		Guidance scripted = COACH.clarify(Step.VISION, new Confidence(0.2, 0.2, 0.2, 0.2, 1), "restaurant", "en", 0);
		Review review = review(Step.VISION, 0, 0.9);
		givenMinimumConfidence(0.5, started(LIVE)).when(answer("0.20 Bread").with(review))
			.expectEvents(by(OWNER, new ClarificationRequested(ID, Step.VISION, "0.20 Bread",
					new Confidence(0.2, 0.2, 0.2, 0.2, 1, 0.9),
					scripted.inWordsOf(review, "Which bread?", scripted.questions()), RENEWED, "Bread, in short")));
	}

	@Test
	void byItselfItAsksBackOnceAtAStep() {
		ClarificationRequested asked = new ClarificationRequested(ID, Step.VISION, TEXT,
				new Confidence(0.1, 0.85, 0.85, 0.85, 1, 0.1), COACH.guide(Step.VISION, "restaurant", "en"), LIVE,
				null);
		givenMinimumConfidence(0.5, started(LIVE)).when(answer(TEXT).with(review(Step.VISION, 0, 0.1)))
			.expectEvents(by(OWNER,
					new ClarificationRequested(ID, Step.VISION, TEXT, asked.confidence(),
							COACH.clarify(Step.VISION, asked.confidence(), "restaurant", "en", 0)
								.inWordsOf(review(Step.VISION, 0, 0.1), "Which bread?",
										COACH.guide(Step.VISION, "restaurant", "en").questions()),
							RENEWED, "Bread, in short")));

		Review again = review(Step.VISION, 1, 0.1);
		givenMinimumConfidence(0.5, started(LIVE), asked).when(answer("0.85 Bread for Thiès").with(again))
			.expectEvents(by(OWNER, new StepAnswered(ID, Step.VISION, "0.85 Bread for Thiès",
					new Confidence(0.5, 0.85, 0.85, 0.85, 1, 0.1),
					COACH.guide(Step.MISSION, "restaurant", "en").inWordsOf(again, "Who bakes?", List.of("How many?")),
					RENEWED, "Bread, in short")));
	}

	@Test
	void itNeverAsksTheSameTwice() {
		Confidence weak = new Confidence(0.2, 0.2, 0.2, 0.2, 1, 0.9);
		Guidance scripted = COACH.clarify(Step.VISION, weak, "restaurant", "en", 0);
		ClarificationRequested asked = new ClarificationRequested(ID, Step.VISION, "0.20 Bread", weak,
				scripted.inWordsOf(review(Step.VISION, 0, 0.9), "Which bread?", scripted.questions()), LIVE);
		givenMinimumConfidence(0.5, started(LIVE), asked).when(answer("0.20 Cake").with(review(Step.VISION, 1, 0.9)))
			.expectEvents(by(OWNER, new ClarificationRequested(ID, Step.VISION, "0.20 Cake", weak,
					COACH.clarify(Step.VISION, weak, "restaurant", "en", 1), RENEWED, "Bread, in short")));
	}

	@Test
	void itHasNoSayOnATextThatIsSentAgain() {
		givenMinimumConfidence(0.5, at(Step.MISSION, LIVE))
			.when(answer(text(Step.VISION)).with(review(Step.MISSION, 1, 0.9)))
			.expectEvents(by(OWNER,
					new ClarificationRequested(ID, Step.MISSION, text(Step.VISION),
							new Confidence(0.6, 0.6, 0.6, 0.6, 0), COACH.repeated(Step.MISSION, "restaurant", "en", 0),
							RENEWED)));
	}

	@Test
	void withoutAMessageTheScriptsIsUsed() {
		Review silent = new Review(Step.VISION, 0, "tiny-1", "step.v1-00", 0.9, null, null, null, List.of("How?"));

		given(started(LIVE)).when(answer(TEXT).with(silent))
			.expectEvents(
					by(OWNER, new StepAnswered(ID, Step.VISION, TEXT, new Confidence(0.85, 0.85, 0.85, 0.85, 1, 0.9),
							COACH.guide(Step.MISSION, "restaurant", "en"), RENEWED)));
	}

	@Test
	void aRefusedAnswerStaysRefused() {
		given(at(Step.MISSION, LIVE)).when(new SubmitAnswer(ID, STRANGER, TEXT, null, review(Step.MISSION, 1, 1)))
			.expectNoEvents();
		given(at(Step.MISSION, LIVE)).when(new SubmitAnswer(ID, ownerOf(7L), TEXT, null, review(Step.MISSION, 1, 1)))
			.expectNoEvents();
	}

	private static Review review(Step step, long sequence, double score) {
		return new Review(step, sequence, "tiny-1", "step.v1-00", score, "Bread, in short", "Which bread?",
				"Who bakes?", List.of("How many?"));
	}

}
