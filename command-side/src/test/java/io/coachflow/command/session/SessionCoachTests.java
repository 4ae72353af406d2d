package io.coachflow.command.session;

import java.util.List;
import java.util.Optional;

import io.coachflow.command.session.SessionCoach.Assessment;
import io.coachflow.contracts.session.Business;
import io.coachflow.contracts.session.CoachingSessionEvent.ClarificationRequested;
import io.coachflow.contracts.session.Review;
import io.coachflow.contracts.session.Step;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SessionCoachTests extends SessionFixture {

	private static final SessionState SESSION = SessionState.initial().evolve(started(LIVE), 0, NOW, null);

	private final SessionCoach coach = new SessionCoach(COACH, 0.5);

	@Test
	void theGuidanceIsThatOfTheStepOrTheClosingOne() {
		assertThat(this.coach.guide(BUSINESS, Optional.of(Step.MISSION), "fr"))
			.isEqualTo(COACH.guide(Step.MISSION, "restaurant", "fr"));
		assertThat(this.coach.guide(Business.UNKNOWN, Optional.empty(), "en")).isEqualTo(COACH.close(null, "en"));
	}

	@ParameterizedTest
	@CsvSource({ "0.49, false", "0.50, true", "1.00, true" })
	void anAnswerIsAcceptedFromTheMinimumOn(String score, boolean accepted) {
		Assessment assessed = assess(SESSION, score + " Bread", null);

		assertThat(assessed.accepted()).isEqualTo(accepted);
		assertThat(assessed.guidance()).isEqualTo(accepted ? COACH.guide(Step.MISSION, "restaurant", "en")
				: COACH.clarify(Step.VISION, assessed.confidence(), "restaurant", "en", 0));
		assertThat(assessed.reformulation()).isNull();
	}

	@Test
	void aReviewLowersTheScoreAndGivesTheQuestion() {
		Assessment assessed = assess(SESSION, "0.85 Bread", review(Step.VISION, 0));

		assertThat(assessed.accepted()).isFalse();
		assertThat(assessed.confidence().score()).isEqualTo(0.1);
		assertThat(assessed.guidance().message()).isEqualTo("Which bread?");
		assertThat(assessed.guidance().questions()).as("those of the review are on the next step")
			.containsExactly("a question?");
		assertThat(assessed.reformulation()).isEqualTo("Bread, in short");
	}

	@Test
	void afterAClarificationAReviewAloneDoesNotRejectTheAnswer() {
		ClarificationRequested asked = new ClarificationRequested(ID, Step.VISION, "0.85 Bread",
				COACH.assess(Step.VISION, "0.85 Bread", List.of()), COACH.guide(Step.VISION, "restaurant", "en"), LIVE);
		SessionState askedBack = SESSION.evolve(asked, 1, NOW, null);

		Assessment assessed = assess(askedBack, "0.85 Cake", review(Step.VISION, 1));

		assertThat(assessed.accepted()).isTrue();
		assertThat(assessed.confidence().score()).isEqualTo(0.5);
		assertThat(assessed.guidance().message()).isEqualTo("Who bakes?");
		assertThat(assessed.guidance().questions()).containsExactly("How many?");
		assertThat(assess(askedBack, "0.49 Bread", review(Step.VISION, 1)).accepted()).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "MISSION, 0", "VISION, 1", "VISION, -1" })
	void aReviewOfAnotherStateIsIgnored(Step step, long sequence) {
		assertThat(assess(SESSION, "0.85 Bread", review(step, sequence)))
			.isEqualTo(assess(SESSION, "0.85 Bread", null));
	}

	private Assessment assess(SessionState session, String text, @Nullable Review review) {
		return this.coach.assess(session, Step.VISION, (review != null) ? answer(text).with(review) : answer(text));
	}

	private static Review review(Step step, long sequence) {
		return new Review(step, sequence, "tiny-1", "step.v1-00", 0.1, "Bread, in short", "Which bread?", "Who bakes?",
				List.of("How many?"));
	}

}
