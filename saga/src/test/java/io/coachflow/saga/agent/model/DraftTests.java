package io.coachflow.saga.agent.model;

import java.util.List;
import java.util.Map;

import io.coachflow.contracts.enrichment.Agent;
import io.coachflow.contracts.enrichment.Brief;
import io.coachflow.contracts.enrichment.Content;
import io.coachflow.contracts.enrichment.Logo;
import io.coachflow.contracts.enrichment.Research;
import io.coachflow.contracts.enrichment.Seo;
import io.coachflow.contracts.enrichment.SiteTemplates;
import io.coachflow.saga.agent.AgentResultRules;
import io.coachflow.saga.agent.SvgRefusedException;
import io.coachflow.saga.agent.model.LogoDraft.ConceptDraft;
import io.coachflow.saga.agent.model.TemplateDraft.SectionDraft;
import io.coachflow.saga.agent.model.TemplateDraft.SiteDraft;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.offset;

/**
 * What code makes of a model's drafts.
 */
class DraftTests {

	private static final String SVG = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><title>t</title>"
			+ "<rect width=\"9\" height=\"9\"/></svg>";

	private static final Brief BRIEF = new Brief("fr", "Teranga Table", "Des tables", "Servir", "Les employés",
			"Le poisson", "Un déjeuner", "restaurant", "Dakar, Senegal", 1, 0.7, List.of());

	private static final Map<Agent, Class<? extends Draft>> DRAFTS = Map.of(Agent.RESEARCH, ResearchDraft.class,
			Agent.CONTENT, ContentDraft.class, Agent.LOGO, LogoDraft.class, Agent.SEO, SeoDraft.class, Agent.TEMPLATE,
			TemplateDraft.class);

	private static final JsonMapper JSON = JsonMapper.builder()
		.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
		.enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
		.build();

	@ParameterizedTest
	@EnumSource(Agent.class)
	void aGoodDraftIsAResultThatMayBePublished(Agent agent) {
		assertThat(AgentResultRules.violations(draft(agent).finish(BRIEF))).isEmpty();
	}

	@Test
	void constantsAreWrittenAsResultsWriteThem() {
		assertThat(((Content) draft(Agent.CONTENT).finish(BRIEF)).posts()).extracting(Content.Post::network)
			.containsExactlyInAnyOrder("linkedin", "instagram", "facebook");
		assertThat(((Research) draft(Agent.RESEARCH).finish(BRIEF)).competitors())
			.extracting(Research.Competitors::kind)
			.isSubsetOf("direct", "indirect", "substitute");
	}

	@Test
	void spacesAroundTextsGo() {
		Content content = (Content) new ContentDraft(" tagline ", "pitch\n",
				List.of(new ContentDraft.SectionDraft(" heading", "text ")), "\taction",
				List.of(new ContentDraft.PostDraft(ContentDraft.Network.LINKEDIN, " post ")))
			.finish(BRIEF);

		assertThat(content).isEqualTo(new Content("tagline", "pitch", List.of(new Content.Section("heading", "text")),
				"action", List.of(new Content.Post("linkedin", "post"))));
	}

	@Property
	void templatesAreRankedByTheirRoundedScores(
			@ForAll @Size(max = 6) List<@DoubleRange(min = 0, max = 1) Double> scores) {
		SiteTemplates templates = (SiteTemplates) new TemplateDraft(scores.stream()
			.map((score) -> new SiteDraft(" id ", "n", score, List.of("r"), List.of(new SectionDraft("s", "p"))))
			.toList()).finish(BRIEF);

		assertThat(templates.templates()).hasSameSizeAs(scores)
			.allSatisfy((template) -> assertThat(template.id()).isEqualTo("id"));
		List<Double> ranked = templates.templates().stream().map(SiteTemplates.SiteTemplate::score).toList();
		assertThat(ranked).isSortedAccordingTo((one, other) -> Double.compare(other, one))
			.allSatisfy((score) -> assertThat(Math.rint(score * 100)).isCloseTo(score * 100, offset(1e-6)));
	}

	@ParameterizedTest
	@ValueSource(doubles = { Double.NaN, Double.POSITIVE_INFINITY, -3, 17 })
	void aScoreThatIsNoneIsLeftToTheRules(double score) {
		SiteTemplates templates = (SiteTemplates) new TemplateDraft(
				List.of(new SiteDraft("id", "n", score, List.of("r"), List.of())))
			.finish(BRIEF);

		assertThat(templates.templates().getFirst().score()).isEqualTo(Double.valueOf(score));
		assertThat(AgentResultRules.violations(templates)).anyMatch((violation) -> violation.contains("score"));
	}

	@Test
	void theContrastIsComputed() {
		Logo logo = (Logo) new LogoDraft(List.of(concept("#FFFFFF ", "#777777"))).finish(BRIEF);

		assertThat(logo.concepts().getFirst().palette().background()).isEqualTo("#ffffff");
		assertThat(logo.concepts().getFirst().palette().contrast()).isEqualTo(4.47);
	}

	@Test
	void coloursThatAreNoneHaveNoContrast() {
		Logo logo = (Logo) new LogoDraft(List.of(concept("white", "#777777"))).finish(BRIEF);

		assertThat(logo.concepts().getFirst().palette().contrast()).isEqualTo(1);
	}

	@Test
	void aHostileDrawingIsNoDraft() {
		ConceptDraft hostile = new ConceptDraft("n", "r", "#111111", "#111111", "#ffffff", "#111111", "Lora", "Inter",
				SVG.replace("<rect", "<script>alert(1)</script><rect"));

		assertThatExceptionOfType(SvgRefusedException.class)
			.isThrownBy(() -> new LogoDraft(List.of(hostile)).finish(BRIEF));
	}

	@Test
	void structuredDataIsMadeOfTheBrief() {
		Seo seo = (Seo) new SeoDraft(List.of(" thiéboudienne "), List.of(), "t", " Un déjeuner ",
				List.of(new SeoDraft.HeadingDraft(1, " h ")))
			.finish(BRIEF);

		assertThat(seo.jsonLd()).containsEntry("name", "Teranga Table")
			.containsEntry("description", "Un déjeuner")
			.containsEntry("knowsAbout", List.of("thiéboudienne"));
		assertThat(seo.headings()).containsExactly(new Seo.Heading(1, "h"));
	}

	private static ConceptDraft concept(String background, String text) {
		return new ConceptDraft("n", "r", "#111111", "#111111", background, text, "Lora", "Inter", SVG);
	}

	private static Draft draft(Agent agent) {
		return JSON.readValue(ScriptedModel.draft(agent.id()), DRAFTS.get(agent));
	}

}
