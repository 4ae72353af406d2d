package io.coachflow.command.session;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.coachflow.command.partner.HelpContext;
import io.coachflow.command.partner.HelpDrafter;
import io.coachflow.contracts.session.CoachingSessionCommand.AskForHelp;
import io.coachflow.contracts.session.HelpDraft;
import io.coachflow.contracts.session.HelpKind;
import io.coachflow.contracts.session.Step;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A model is asked only if the session would give help.
 */
class HelpBeforeCommandTests extends SessionFixture {

	private static final HelpDraft GIVEN = new HelpDraft(HelpKind.QUESTIONS, Step.MISSION, 1, "tiny-1", "v1-00",
			"Well.", List.of(), List.of());

	private final List<HelpContext> asked = new ArrayList<>();

	private final StoredSessions sessions = new StoredSessions();

	@BeforeEach
	void aSessionAtTheSecondStep() {
		this.sessions.append(ID, CoachingSession.TYPE, 0, started(LIVE));
		this.sessions.append(ID, CoachingSession.TYPE, 1, answered(Step.VISION, text(Step.VISION), LIVE));
	}

	@Test
	void helpThatWouldBeGivenIsDrafted() {
		AskForHelp command = new AskForHelp(ID, FRENCH_OWNER, HelpKind.QUESTIONS, null, "Why?");

		assertThat(drafted(command, NOW)).isEqualTo(command.with(GIVEN));
		assertThat(this.asked).containsExactly(new HelpContext(ID, 1, HelpKind.QUESTIONS, Step.MISSION, "Why?",
				BUSINESS, Map.of(Step.VISION, text(Step.VISION)), "fr", 0, List.of()));
	}

	@Test
	void refusedRequestsAreNotDrafted() {
		undrafted(new AskForHelp(ID, STRANGER, HelpKind.QUESTIONS, null, null), NOW);
		undrafted(new AskForHelp("2f1f1f5e-0000-4000-8000-000000000000", OWNER, HelpKind.QUESTIONS, null, null), NOW);
		undrafted(new AskForHelp(ID, OWNER, HelpKind.QUESTIONS, Step.OFFRE, null), NOW);
		undrafted(new AskForHelp(ID, ownerOf(0L), HelpKind.QUESTIONS, null, null), NOW);
		undrafted(new AskForHelp(ID, OWNER, HelpKind.QUESTIONS, null, null), LIVE);
		this.sessions.delete(ID);
		undrafted(new AskForHelp(ID, OWNER, HelpKind.QUESTIONS, null, null), NOW);
	}

	@Test
	void withoutAModelTheLogIsNotRead() {
		AskForHelp command = new AskForHelp(ID, OWNER, HelpKind.QUESTIONS, null, null);
		HelpBeforeCommand help = new HelpBeforeCommand(
				new StaticListableBeanFactory().getBeanProvider(HelpDrafter.class), null,
				new SessionDecider(COACH, TTL, 0), Clock.systemUTC());

		assertThat(help.on(command)).isSameAs(command);
	}

	private void undrafted(AskForHelp command, Instant now) {
		assertThat(drafted(command, now)).isSameAs(command);
		assertThat(this.asked).isEmpty();
	}

	private AskForHelp drafted(AskForHelp command, Instant now) {
		HelpDrafter drafter = (context) -> {
			Optional<HelpContext> found = context.get();
			found.ifPresent(this.asked::add);
			return found.map((_) -> GIVEN);
		};
		return new HelpBeforeCommand(
				new StaticListableBeanFactory(Map.of("drafter", drafter)).getBeanProvider(HelpDrafter.class),
				this.sessions.log(), new SessionDecider(COACH, TTL, 0), Clock.fixed(now, ZoneOffset.UTC))
			.on(command);
	}

}
