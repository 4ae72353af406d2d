package io.coachflow.saga.agent.model;

import java.util.List;

import io.coachflow.contracts.enrichment.Agent;
import io.coachflow.contracts.enrichment.Brief;
import io.coachflow.llm.ModelRequest;
import io.coachflow.saga.agent.Assignment;
import io.coachflow.saga.agent.model.ContentDraft.Network;
import io.coachflow.saga.agent.model.ContentDraft.PostDraft;
import io.coachflow.saga.agent.model.ContentDraft.SectionDraft;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class AgentPromptTests {

	private final AgentPrompt<ContentDraft> prompt = AgentPrompt.of("content", ContentDraft.class, 4_000);

	@Test
	void theBriefGoesInAsDataAndTheRestIsOurs() {
		ModelRequest<ContentDraft> request = this.prompt.question(assignment("Dakar", 1));

		assertThat(request.purpose()).isEqualTo("content");
		assertThat(request.answerType()).isEqualTo(ContentDraft.class);
		assertThat(request.sessionId()).isEqualTo("session");
		assertThat(request.maxOutputTokens()).isEqualTo(4_000);
		assertThat(request.prompt().system()).contains("French").doesNotContain("Teranga");
		assertThat(request.prompt().user()).contains("\"business_name\" : \"Teranga Table\"",
				"\"location\" : \"Dakar\"", "\"inferred_fields\" : [ \"sector\" ]", "This is the first version.");
	}

	@Test
	void anAbsentLocationIsNotInTheData() {
		assertThat(this.prompt.question(assignment(null, 1)).prompt().user()).doesNotContain("location\"");
	}

	/** Whatever an agent does not read, the provider is not told. */
	@Test
	void whatAnAgentDoesNotReadIsNotInTheData() {
		AgentPrompt<LogoDraft> logo = AgentPrompt.of("logo", LogoDraft.class, 10);

		String user = logo.question(new Assignment(Agent.LOGO, "session", brief("Des tables", "Dakar"), 1))
			.prompt()
			.user();

		assertThat(user).contains("Des tables", "Le poisson").doesNotContain("value_proposition", "Un déjeuner");
	}

	@Test
	void anotherGenerationIsAnotherQuestion() {
		assertThat(this.prompt.question(assignment("Dakar", 3)).prompt().user()).contains("version, number 3");
	}

	@Test
	void longAnswersAreCut() {
		Assignment lengthy = new Assignment(Agent.CONTENT, "session", brief("mot ".repeat(5_000), "Dakar"), 1);

		assertThat(this.prompt.question(lengthy).prompt().user()).hasSizeLessThan(9_000).contains("…");
	}

	@Test
	void aGoodDraftHasNoViolations() {
		assertThat(violations("Nous servons chaque midi les plats de la côte aux gens du Plateau.")).isEmpty();
	}

	@Test
	void aDraftInAnotherLanguageIsToldSo() {
		assertThat(violations("At noon we serve the dishes of the coast to the people who are in this town."))
			.singleElement()
			.asString()
			.contains("not in French");
	}

	@Test
	void whatTheRulesFindIsTold() {
		assertThat(violations("<b>Nous</b>")).anyMatch((violation) -> violation.contains("HTML"));
	}

	@Test
	void aDrawingThatIsRefusedIsTold() {
		AgentPrompt<LogoDraft> logo = AgentPrompt.of("logo", LogoDraft.class, 10);
		LogoDraft draft = new LogoDraft(List.of(new LogoDraft.ConceptDraft("n", "r", "#111111", "#111111", "#ffffff",
				"#111111", "Lora", "Inter", "<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>")));

		assertThat(logo.question(assignment("Dakar", 1)).violations().apply(draft)).singleElement()
			.asString()
			.startsWith("A drawing is not allowed: ");
	}

	@Test
	void aMissingPromptIsNamed() {
		assertThatIllegalStateException().isThrownBy(() -> AgentPrompt.of("undertaker", ContentDraft.class, 1))
			.withMessageContaining("agent/undertaker.v1");
	}

	private List<String> violations(String text) {
		SectionDraft section = new SectionDraft("Accueil", text);
		ContentDraft draft = new ContentDraft("Le poisson du matin", "Chez nous", List.of(section, section, section),
				"Réserver", List.of(new PostDraft(Network.LINKEDIN, "Bonjour"),
						new PostDraft(Network.FACEBOOK, "Bonjour"), new PostDraft(Network.INSTAGRAM, "Bonjour")));
		return this.prompt.question(assignment("Dakar", 1)).violations().apply(draft);
	}

	private static Assignment assignment(@Nullable String location, int generation) {
		return new Assignment(Agent.CONTENT, "session", brief("Des tables", location), generation);
	}

	private static Brief brief(String vision, @Nullable String location) {
		return new Brief("fr", "Teranga Table", vision, "Servir", "Les employés", "Le poisson", "Un déjeuner",
				"restaurant", location, 1, 0.7, List.of("sector"));
	}

}
