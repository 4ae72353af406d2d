package io.coachflow.query.session;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import io.coachflow.contracts.session.Business;
import io.coachflow.contracts.session.CoachingSessionEvent;
import io.coachflow.contracts.session.CoachingSessionEvent.ClarificationRequested;
import io.coachflow.contracts.session.CoachingSessionEvent.HelpGiven;
import io.coachflow.contracts.session.CoachingSessionEvent.SessionCompleted;
import io.coachflow.contracts.session.CoachingSessionEvent.SessionDeleted;
import io.coachflow.contracts.session.CoachingSessionEvent.SessionExpired;
import io.coachflow.contracts.session.CoachingSessionEvent.SessionResumed;
import io.coachflow.contracts.session.CoachingSessionEvent.SessionStarted;
import io.coachflow.contracts.session.CoachingSessionEvent.StepAnswered;
import io.coachflow.contracts.session.Confidence;
import io.coachflow.contracts.session.Guidance;
import io.coachflow.contracts.session.HelpKind;
import io.coachflow.contracts.session.SessionStatus;
import io.coachflow.contracts.session.Step;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class SessionViewTests {

	static final Instant START = Instant.parse("2026-11-22T12:00:00Z");

	static final Instant EXPIRY = START.plusSeconds(7200);

	private static final Confidence GOOD = new Confidence(0.8, 1, 1, 1, 1);

	@Test
	void aStartedSessionIsInitialized() {
		SessionView view = fold(started("s1"));

		assertThat(view.statusAt(START)).isEqualTo(SessionStatus.INITIALIZED);
		assertThat(view.currentStep()).isEqualTo(Step.VISION);
		assertThat(view.sequence()).isZero();
	}

	@Test
	void anAnswerMovesTheSessionOn() {
		SessionView view = fold(started("s1"), answered(Step.VISION));

		assertThat(view.statusAt(START)).isEqualTo(SessionStatus.IN_PROGRESS);
		assertThat(view.currentStep()).isEqualTo(Step.MISSION);
		assertThat(view.answers()).containsEntry(Step.VISION, "Answer to vision");
		assertThat(view.confidence()).containsEntry(Step.VISION, 0.8);
		assertThat(view.guidance().message()).isEqualTo("After vision");
	}

	@Test
	void aClarificationLeavesTheStepAndShowsTheQuestion() {
		SessionView view = fold(started("s1"),
				new ClarificationRequested("s1", Step.VISION, "Hm.", GOOD, guidance("What exactly?"), EXPIRY));

		assertThat(view.currentStep()).isEqualTo(Step.VISION);
		assertThat(view.answers()).isEmpty();
		assertThat(view.guidance().message()).isEqualTo("What exactly?");
	}

	@Test
	void helpRenewsTheSessionAndChangesNothingElse() {
		SessionView before = fold(started("s1"), answered(Step.VISION));
		SessionView view = fold(started("s1"), answered(Step.VISION), helped(EXPIRY.plusSeconds(60)));

		assertThat(view).isEqualTo(new SessionView(before.sessionId(), before.owner(), before.business(),
				before.guidance(), before.answers(), before.confidence(), false, false, 2, before.startedAt(),
				START.plusSeconds(2), EXPIRY.plusSeconds(60), null));
	}

	@Test
	void helpLeavesACompletedSessionCompleted() {
		SessionView view = fold(started("s1"), answered(Step.VISION), new SessionCompleted("s1", 0.8), helped(null));

		assertThat(view.statusAt(EXPIRY.plusSeconds(1))).isEqualTo(SessionStatus.COMPLETED);
		assertThat(view.completedAt()).isEqualTo(START.plusSeconds(2));
	}

	@Test
	void timeExpiresALiveSessionBeforeTheEventDoes() {
		SessionView view = fold(started("s1"), answered(Step.VISION));

		assertThat(view.statusAt(EXPIRY.minusMillis(1))).isEqualTo(SessionStatus.IN_PROGRESS);
		assertThat(view.statusAt(EXPIRY)).isEqualTo(SessionStatus.EXPIRED);
	}

	@Test
	void aRevivedSessionStandsWhereItStood() {
		SessionView view = fold(started("s1"), answered(Step.VISION), new SessionExpired("s1", EXPIRY),
				new SessionResumed("s1", guidance("Again"), EXPIRY.plusSeconds(7200)));

		assertThat(view.statusAt(EXPIRY)).isEqualTo(SessionStatus.IN_PROGRESS);
		assertThat(view.currentStep()).isEqualTo(Step.MISSION);
	}

	@Test
	void aCompletedSessionNeverExpires() {
		SessionView view = completed();

		assertThat(view.statusAt(EXPIRY.plusSeconds(1))).isEqualTo(SessionStatus.COMPLETED);
		assertThat(view.currentStep()).isNull();
		assertThat(view.completedAt()).isEqualTo(START.plusSeconds(6));
	}

	@Test
	void aDeletedSessionKeepsItsOwner() {
		SessionView view = fold(started("s1"), new SessionDeleted("s1"));

		assertThat(view.deleted()).isTrue();
		assertThat(view.owner()).isEqualTo("demo");
	}

	@Test
	void aHistoryThatDoesNotBeginWithAStartIsRefused() {
		assertThatIllegalStateException().isThrownBy(() -> fold(answered(Step.VISION)));
	}

	@Test
	void aViewSurvivesTheWayThroughRedis() {
		JsonMapper json = new JsonMapper();

		assertThat(json.readValue(json.writeValueAsString(completed()), SessionView.class)).isEqualTo(completed());
	}

	private static SessionView completed() {
		return fold(started("s1"), answered(Step.VISION), answered(Step.MISSION), answered(Step.CLIENTELE),
				answered(Step.DIFFERENTIATION), answered(Step.OFFRE), new SessionCompleted("s1", 0.8));
	}

	static SessionView fold(CoachingSessionEvent... events) {
		@Nullable SessionView view = null;
		long sequence = 0;
		for (CoachingSessionEvent event : events) {
			view = SessionView.after(view, event, sequence, START.plusSeconds(sequence));
			sequence++;
		}
		return Objects.requireNonNull(view);
	}

	static SessionStarted started(String id) {
		return new SessionStarted(id, "demo", new Business("Teranga Table", "restaurant", null, null),
				guidance("Welcome"), EXPIRY);
	}

	private static StepAnswered answered(Step step) {
		return new StepAnswered("s1", step, "Answer to " + step.id(), GOOD, guidance("After " + step.id()), EXPIRY);
	}

	private static HelpGiven helped(@Nullable Instant expiresAt) {
		return new HelpGiven("s1", HelpKind.QUESTIONS, Step.VISION, null, List.of(), "Take one.", List.of(), null, "en",
				Guidance.SCRIPTED, null, null, expiresAt);
	}

	private static Guidance guidance(String message) {
		return new Guidance(null, "en", Guidance.SCRIPTED, "v", "general", message, List.of(), List.of());
	}

}
