package io.coachflow.console.coach;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.coachflow.console.RenderedTemplates;
import io.coachflow.contracts.rest.Choice;
import io.coachflow.contracts.rest.HelpResponse;
import io.coachflow.contracts.rest.Proposal;
import io.coachflow.contracts.rest.ProposalsResponse;
import io.coachflow.contracts.rest.ReformulationResponse;
import io.coachflow.contracts.session.SessionStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.ui.ExtendedModelMap;

import static org.assertj.core.api.Assertions.assertThat;

class CoachTemplatesTests {

	private static final String SCRIPT = "<script>alert(1)</script>";

	private static final RenderedTemplates TEMPLATES = new RenderedTemplates("coach");

	@ParameterizedTest
	@ValueSource(strings = { "en", "fr" })
	void theConversationShowsStepsAnswersAndTheBox(String language) {
		String html = conversation(talk(SessionStatus.IN_PROGRESS, "Now your mission?"), Map.of(), language);
		assertThat(html)
			.contains("aria-current=\"step\"", Samples.VISION, "<meter", "id=\"answer\"", "name=\"key\"",
					"data-draft=\"" + Samples.SESSION + ".mission\"", "mission-1")
			.doesNotContain("??", "style=", "th:");
	}

	@Test
	void aQuestionAskedBackIsShownAsOne() {
		Conversation talk = Conversation.of(Samples.session(SessionStatus.IN_PROGRESS, Samples.QUESTION),
				SessionLog.of(Samples.askedBack()), Samples.resumed("Now?"), "en");
		assertThat(conversation(talk, Map.of("notice", Notice.told("coach.notice.asked", "mission")), "en")).contains(
				"The coach asks back", Samples.QUESTION, "The coach asks for a little more: Mission.",
				">We cook.</textarea>");
	}

	@ParameterizedTest
	@EnumSource(value = SessionStatus.class, names = { "COMPLETED", "EXPIRED" })
	void aSessionThatTakesNoAnswerHasNoBox(SessionStatus status) {
		String html = conversation(talk(status, "Done."), Map.of(), "en");
		assertThat(html).doesNotContain("id=\"answer\"", "??")
			.contains(status == SessionStatus.COMPLETED ? "/package" : "/resume");
	}

	@Test
	void whatPeopleWroteShowsAsText() {
		Conversation talk = talk(SessionStatus.IN_PROGRESS, SCRIPT);
		Map<String, Object> more = Map.of("unsent", AnswerEdit.of("vision", SCRIPT, 3), "correctable", true, "help",
				new HelpResponse(Samples.SESSION, "mission", SCRIPT, List.of(SCRIPT),
						List.of(new Choice("1-1", SCRIPT))),
				"proposals", new ProposalsResponse(List.of(new Proposal("1-1", SCRIPT, SCRIPT, SCRIPT))),
				"reformulation", new ReformulationResponse("1-1", "own", SCRIPT, true, List.of(SCRIPT)), "detail",
				SCRIPT);
		assertThat(conversation(talk, more, "en")).contains("&lt;script&gt;alert(1)&lt;/script&gt;")
			.doesNotContain("<script");
	}

	@Test
	void anAnswerIsCorrectedInItsPlace() {
		Conversation talk = talk(SessionStatus.IN_PROGRESS, "Now?");
		AnswerEdit edit = AnswerEdit.of(talk.turns().getFirst(), talk.sequence())
			.refused("coach.problem.changed", null);
		assertThat(conversation(talk, Map.of("edit", edit), "en")).contains("id=\"correct-vision\"",
				"changed elsewhere", "name=\"sequence\" value=\"3\"");
		assertThat(
				part("answer", "turn", model(talk, Map.of("turn", talk.turns().getFirst(), "corrected", true)), "en"))
			.contains("The correction is saved.", "data-focus=\"true\"");
	}

	@Test
	void factsAreEditedInTheirPlace() {
		Conversation talk = talk(SessionStatus.IN_PROGRESS, "Now?");
		assertThat(part("facts", "form", model(talk, Map.of("told", BusinessForm.of(Samples.BUSINESS))), "en"))
			.contains("value=\"Teranga Table\"", "name=\"shownCity\"");
		assertThat(part("facts", "described", model(talk, Map.of("described", true, "factsSwapped", true)), "en"))
			.contains("hx-swap-oob=\"true\"", "id=\"session-title\"", "id=\"guidance\"");
	}

	@Test
	void aListShowsCardsOfSessions() {
		SessionCard card = SessionCard.of(Samples.session(SessionStatus.IN_PROGRESS, "Now?"));
		Map<String, Object> model = new HashMap<>(Map.of("cards", List.of(card), "next", "abc", "filtered", false,
				"statuses", List.of(), "key", FormKey.next()));
		assertThat(part("sessions", "main", model, "en"))
			.contains("Teranga Table", "1 of 5 steps answered", "restaurant · Dakar", "cursor=abc",
					"/coach/" + Samples.SESSION + "/delete")
			.doesNotContain("??");
		assertThat(part("delete", "main", Map.of("card", card), "fr")).contains("Supprimer cette session")
			.doesNotContain("??");
	}

	@Test
	void aBriefAsksForAllFiveAnswers() {
		Map<String, Object> model = Map.of("facts", BusinessForm.EMPTY, "answers", BriefForm.EMPTY.answers(), "steps",
				BriefForm.steps(), "problems", Map.of("offre", "coach.problem.blank"), "key", FormKey.next());
		assertThat(part("brief", "main", model, "en"))
			.contains("name=\"vision\"", "name=\"offre\"", "problem-offre", "data-draft=\"brief.mission\"")
			.doesNotContain("??");
		Turn weak = talk(SessionStatus.COMPLETED, "Done.").turns().getFirst();
		assertThat(part("brief-made", "main",
				Map.of("made", new BriefResult(Samples.SESSION, null, Rating.of(0.3), List.of(weak))), "fr"))
			.contains("data-accepted=\"brief.vision ", "/package")
			.doesNotContain("??");
	}

	private static Conversation talk(SessionStatus status, String message) {
		boolean live = status == SessionStatus.IN_PROGRESS;
		return Conversation.of(Samples.session(status, message), SessionLog.of(Samples.answered()),
				live ? Samples.resumed(message) : null, "en");
	}

	private static String conversation(Conversation talk, Map<String, Object> more, String language) {
		return part("conversation", "conversation", model(talk, more), language);
	}

	private static Map<String, Object> model(Conversation talk, Map<String, Object> more) {
		ExtendedModelMap model = new ExtendedModelMap();
		ConversationModel.of(talk, model);
		model.addAllAttributes(more);
		return model;
	}

	private static String part(String template, String part, Map<String, Object> model, String language) {
		return TEMPLATES.part(template, part, model, language);
	}

}
