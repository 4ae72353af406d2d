package io.coachflow.command.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import io.coachflow.command.partner.HelpContext;
import io.coachflow.command.partner.Partner;
import io.coachflow.contracts.error.ErrorCode;
import io.coachflow.contracts.session.AnswerOrigin;
import io.coachflow.contracts.session.CoachingSessionCommand.AskForHelp;
import io.coachflow.contracts.session.CoachingSessionCommand.SubmitAnswer;
import io.coachflow.contracts.session.CoachingSessionEvent.HelpGiven;
import io.coachflow.contracts.session.HelpDraft;
import io.coachflow.contracts.session.HelpKind;
import io.coachflow.contracts.session.Offer;
import io.coachflow.contracts.session.Outcome.Accepted;
import io.coachflow.contracts.session.Requester;
import io.coachflow.contracts.session.SessionStatus;
import io.coachflow.contracts.session.Step;
import org.hamcrest.Matcher;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Help")
class CoachingSessionHelpTests extends SessionFixture {

	private static final Partner PARTNER = new Partner(COACH);

	private static final String SAID = "0.90 we cook lunches in dakar, and so on";

	@ParameterizedTest
	@EnumSource
	void isGivenWithTheCurrentStepAndRenewsTheSession(HelpKind kind) {
		HelpGiven help = atMission(kind, SAID, 0, List.of(), RENEWED);

		given(at(Step.MISSION, LIVE)).when(new AskForHelp(ID, OWNER, kind, null, SAID))
			.expectEvents(by(OWNER, help))
			.expectResultMessagePayload(new Accepted(told(SessionStatus.IN_PROGRESS, Step.MISSION,
					COACH.guide(Step.MISSION, "restaurant", "en"), Map.of(Step.VISION, text(Step.VISION)),
					Map.of(Step.VISION, SCORES.getFirst()), 0, false, 2, RENEWED, null)
				.with(help), false, true));
	}

	@Test
	void isInTheLanguageOfWhoAsks() {
		given(at(Step.MISSION, LIVE)).when(new AskForHelp(ID, FRENCH_OWNER, HelpKind.PROPOSALS, null, null))
			.expectResultMessagePayloadMatching(accepted("French help", (told) -> told.reply().help() != null
					&& told.reply().help().language().equals("fr") && told.reply().shownIn().equals("fr")));
	}

	@Test
	void isAnotherOneTheNextTime() {
		HelpGiven first = atMission(HelpKind.QUESTIONS, null, 0, List.of(), LIVE);
		HelpGiven second = PARTNER.help(new HelpContext(ID, 2, HelpKind.QUESTIONS, Step.MISSION, null, BUSINESS,
				Map.of(Step.VISION, text(Step.VISION)), "en", 1, first.questions()), null, RENEWED);

		given(at(Step.MISSION, LIVE), first).when(new AskForHelp(ID, OWNER, HelpKind.QUESTIONS, null, null))
			.expectEvents(by(OWNER, second));
	}

	@Test
	void isGivenWithAnAnsweredStepToo() {
		given(at(Step.CLIENTELE, LIVE)).when(new AskForHelp(ID, OWNER, HelpKind.PROPOSALS, Step.VISION, null))
			.expectResultMessagePayloadMatching(accepted("help with the vision", (told) -> told.reply().help() != null
					&& told.reply().help().step() == Step.VISION && told.reply().currentStep() == Step.CLIENTELE));
	}

	@Test
	void isNotGivenWithALaterStep() {
		given(at(Step.MISSION, LIVE)).when(new AskForHelp(ID, OWNER, HelpKind.PROPOSALS, Step.CLIENTELE, null))
			.expectNoEvents()
			.expectResultMessagePayloadMatching(refused(ErrorCode.INVALID_STEP));
	}

	@Test
	void leavesACompletedSessionCompletedAndIsAboutItsWeakestAnswer() {
		given(completed()).when(new AskForHelp(ID, OWNER, HelpKind.QUESTIONS, null, null))
			.expectResultMessagePayloadMatching(accepted("help with the vision",
					(told) -> told.reply().help() != null && told.reply().help().step() == Step.VISION
							&& told.reply().help().expiresAt() == null && told.reply().expiresAt() == null
							&& told.reply().status() == SessionStatus.COMPLETED
							&& NOW.equals(told.reply().completedAt())
							&& told.reply().help().offers().getFirst().id().equals("7-1")));
		given(completed()).when(new AskForHelp(ID, OWNER, HelpKind.REFORMULATION, Step.OFFRE, SAID))
			.expectResultMessagePayloadMatching(accepted("help with the offer",
					(told) -> told.reply().help() != null && told.reply().help().step() == Step.OFFRE));
	}

	@Test
	void revivesNoSession() {
		given(at(Step.MISSION, OVERDUE)).when(new AskForHelp(ID, OWNER, HelpKind.QUESTIONS, null, null))
			.expectEvents(byItself(expired()))
			.expectResultMessagePayloadMatching(refused(ErrorCode.SESSION_EXPIRED));
	}

	@Test
	void ofAModelIsTakenIfItIsOfUse() {
		HelpDraft draft = new HelpDraft(HelpKind.QUESTIONS, Step.MISSION, 1, "tiny-1", "questions.v1-00", "Well.",
				List.of("Who?", "Why?", "When?"),
				List.of(new HelpDraft.Text(null, "We …", null), new HelpDraft.Text(null, "They …", null)));

		given(at(Step.MISSION, LIVE)).when(new AskForHelp(ID, OWNER, HelpKind.QUESTIONS, null, null).with(draft))
			.expectEvents(by(OWNER, new HelpGiven(ID, HelpKind.QUESTIONS, Step.MISSION, null,
					List.of(new Offer("2-1", null, "We …", null), new Offer("2-2", null, "They …", null)), "Well.",
					List.of("Who?", "Why?", "When?"), null, "en", "model", "tiny-1", "questions.v1-00", RENEWED)));
		given(at(Step.CLIENTELE, LIVE)).when(new AskForHelp(ID, OWNER, HelpKind.QUESTIONS, null, null).with(draft))
			.expectResultMessagePayloadMatching(accepted("the script's help",
					(told) -> told.reply().help() != null && told.reply().help().source().equals("scripted")));
	}

	@Test
	void isToldOnceAgainToTheSameRequest() {
		Requester keyed = ownerWith("key-1", "hash-1");
		AskForHelp asked = new AskForHelp(ID, keyed, HelpKind.PROPOSALS, null, null);

		given(at(Step.MISSION, LIVE)).andGivenCommands(asked)
			.when(asked)
			.expectNoEvents()
			.expectResultMessagePayloadMatching(accepted("the same help", (told) -> told.replayed() && told.recorded()
					&& told.reply().help() != null && told.reply().help().offers().getFirst().id().equals("2-1")));
		given(at(Step.MISSION, LIVE)).andGivenCommands(asked)
			.when(new AskForHelp(ID, ownerWith("key-1", "hash-2"), HelpKind.PROPOSALS, null, "Another hint"))
			.expectResultMessagePayloadMatching(refused(ErrorCode.IDEMPOTENCY_KEY_REUSED));
	}

	@Test
	void isNoPartOfTheReplyToWhatComesAfterIt() {
		given(at(Step.MISSION, LIVE), atMission(HelpKind.PROPOSALS, null, 0, List.of(), LIVE))
			.when(answer(text(Step.MISSION)))
			.expectEvents(by(OWNER, answered(Step.MISSION, text(Step.MISSION), RENEWED)))
			.expectResultMessagePayloadMatching(accepted("no help", (told) -> told.reply().help() == null));
	}

	@ParameterizedTest
	@EnumSource
	void isRememberedByTheAnswerThatCameFromIt(HelpKind kind) {
		HelpGiven help = atMission(kind, SAID, 0, List.of(), LIVE);
		String answer = "0.90 " + help.offers().getFirst().text();

		given(at(Step.MISSION, LIVE), help).when(new SubmitAnswer(ID, OWNER, answer, null, null, "2-1"))
			.expectEvents(by(OWNER, answered(Step.MISSION, answer, RENEWED).from(kind.origin(), "2-1", 1)));
	}

	@Test
	void isRememberedHoweverLittleWasKept() {
		HelpGiven help = atMission(HelpKind.PROPOSALS, null, 0, List.of(), LIVE);

		given(at(Step.MISSION, LIVE), help).when(new SubmitAnswer(ID, OWNER, "0.90 Bread", null, null, "2-3"))
			.expectEvents(
					by(OWNER, answered(Step.MISSION, "0.90 Bread", RENEWED).from(AnswerOrigin.PROPOSAL, "2-3", 0)));
	}

	@Test
	void beginsWithTheOpeningsOfAStep() {
		given(at(Step.MISSION, LIVE))
			.when(new SubmitAnswer(ID, OWNER, "0.90 Every day, we bake", null, null, "mission-1"))
			.expectEvents(by(OWNER, answered(Step.MISSION, "0.90 Every day, we bake", RENEWED).from(AnswerOrigin.CHOICE,
					"mission-1", 1)));
	}

	@Test
	void thatWasNotOfferedIsUnknown() {
		HelpGiven help = atMission(HelpKind.PROPOSALS, null, 0, List.of(), LIVE);
		for (String unknown : List.of("2-4", "1-1", "price-1", "mission-9", "")) {
			given(at(Step.MISSION, LIVE), help).when(new SubmitAnswer(ID, OWNER, "0.90 Bread", null, null, unknown))
				.expectNoEvents()
				.expectResultMessagePayloadMatching(refused(ErrorCode.INVALID_REQUEST));
		}
	}

	@Test
	void ofLongAgoIsForgotten() {
		List<Object> happened = new ArrayList<>(List.of(started(LIVE)));
		for (int i = 1; i <= 21; i++) {
			happened.add(new HelpGiven(ID, HelpKind.QUESTIONS, Step.VISION, null,
					List.of(new Offer(i + "-1", null, "We bake", null)), null, List.of("Who " + i + "?"), null, "en",
					"scripted", null, null, LIVE));
		}

		given(happened).when(new SubmitAnswer(ID, OWNER, "0.90 We bake", null, null, "1-1"))
			.expectNoEvents()
			.expectResultMessagePayloadMatching(refused(ErrorCode.INVALID_REQUEST));
		given(happened).when(new SubmitAnswer(ID, OWNER, "0.90 We bake", null, null, "2-1"))
			.expectEvents(
					by(OWNER, answered(Step.VISION, "0.90 We bake", RENEWED).from(AnswerOrigin.CHOICE, "2-1", 1)));
	}

	/** The help that the session gives at its second step. */
	private static HelpGiven atMission(HelpKind kind, @Nullable String said, int times, List<String> before,
			Instant expiresAt) {
		return PARTNER.help(new HelpContext(ID, 1, kind, Step.MISSION, said, BUSINESS,
				Map.of(Step.VISION, text(Step.VISION)), "en", times, before), null, expiresAt);
	}

	private static Matcher<?> accepted(String what, Predicate<Accepted> condition) {
		return matching(what, (outcome) -> outcome instanceof Accepted told && condition.test(told));
	}

}
