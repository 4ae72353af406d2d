package io.coachflow.command.session;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.coachflow.contracts.error.ErrorCode;
import io.coachflow.contracts.session.CoachingSessionCommand.StartFromBrief;
import io.coachflow.contracts.session.CoachingSessionEvent.SessionCompleted;
import io.coachflow.contracts.session.CompletedSession;
import io.coachflow.contracts.session.Outcome.Accepted;
import io.coachflow.contracts.session.Requester;
import io.coachflow.contracts.session.SessionStatus;
import io.coachflow.contracts.session.Step;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("A ready brief")
class CoachingSessionFromBriefTests extends SessionFixture {

	@Test
	void isASessionLikeAnyOther() {
		given().when(new StartFromBrief(ID, OWNER, BUSINESS, allTexts()))
			.expectEvents(by(OWNER, started(RENEWED)), by(OWNER, answered(Step.VISION, text(Step.VISION), RENEWED)),
					by(OWNER, answered(Step.MISSION, text(Step.MISSION), RENEWED)),
					by(OWNER, answered(Step.CLIENTELE, text(Step.CLIENTELE), RENEWED)),
					by(OWNER, answered(Step.DIFFERENTIATION, text(Step.DIFFERENTIATION), RENEWED)),
					by(OWNER, answered(Step.OFFRE, text(Step.OFFRE), RENEWED)),
					by(OWNER, new SessionCompleted(ID, MEAN)))
			.expectResultMessagePayload(new Accepted(
					told(SessionStatus.COMPLETED, null, COACH.close("restaurant", "en"), allTexts(), allScores(),
							SCORES.getLast(), true, 6, null, NOW),
					false, false, new CompletedSession(ID, "ada", "en", BUSINESS, allTexts(), allScores())));
	}

	@Test
	void isTakenHoweverWeakItIs() {
		Map<Step, String> answers = new EnumMap<>(allTexts());
		answers.put(Step.MISSION, "0.10 Bread");
		givenMinimumConfidence(0.3).when(new StartFromBrief(ID, OWNER, BUSINESS, answers))
			.expectResultMessagePayloadMatching(matching("a weak mission", (outcome) -> outcome instanceof Accepted told
					&& new SessionCoach(COACH, 0.3).weak(told.reply()).equals(List.of(Step.MISSION))));
	}

	@Test
	void repeatedAnswersAreWeakToo() {
		Map<Step, String> answers = new EnumMap<>(allTexts());
		answers.put(Step.MISSION, " " + text(Step.VISION));
		SessionState session = SessionState.initial();
		for (var event : new SessionDecider(new FixedCoach(), TTL, 0.3)
			.decide(session, new StartFromBrief(ID, OWNER, BUSINESS, text(answers)), NOW)
			.events()) {
			session = session.evolve(event, session.sequence() + 1, NOW, null);
		}

		assertThat(new SessionCoach(COACH, 0.3).weak(session.reply())).containsExactly(Step.MISSION);
		assertThat(new SessionCoach(COACH, 0).weak(session.reply())).isEmpty();
	}

	@Test
	void isOneSessionForOneKey() {
		Requester keyed = ownerWith("key-1", "hash-1");
		given(completed().stream().map((event) -> by(keyed, event)).toList())
			.when(new StartFromBrief(ID, keyed, BUSINESS, allTexts()))
			.expectNoEvents();
		given(started(LIVE)).when(new StartFromBrief(ID, OWNER, BUSINESS, allTexts()))
			.expectNoEvents()
			.expectResultMessagePayloadMatching(refused(ErrorCode.CONFLICT));
	}

	/** The coach of these tests reads a score from the first four characters. */
	private static Map<Step, String> text(Map<Step, String> answers) {
		Map<Step, String> same = new EnumMap<>(answers);
		same.put(Step.MISSION, text(Step.VISION) + " ");
		return same;
	}

}
