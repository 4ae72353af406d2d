package io.coachflow.saga.agent.offline;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

import io.coachflow.contracts.enrichment.Brief;
import io.coachflow.contracts.enrichment.Content;
import io.coachflow.contracts.enrichment.Logo;
import io.coachflow.contracts.enrichment.Research;
import io.coachflow.contracts.enrichment.Seo;
import io.coachflow.contracts.enrichment.SiteTemplates;
import io.coachflow.saga.agent.AgentResultRules;
import io.coachflow.saga.agent.StructuredData;
import io.coachflow.text.Sectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What each agent makes of a brief, and of briefs that say little or nonsense.
 */
class AgentsTests {

	private static final Map<String, Knowledge> KNOWLEDGE = Map.of("en",
			Knowledge.load(Locale.ENGLISH, Sectors.load(), Countries.load()), "fr",
			Knowledge.load(Locale.FRENCH, Sectors.load(), Countries.load()));

	private static final Style STYLE = Style.load();

	private static final StructuredData STRUCTURED_DATA = new StructuredData(Sectors.load());

	private static BriefAnalysis story(Brief brief, int generation) {
		return new BriefAnalysis(brief, generation, KNOWLEDGE.get(brief.language()));
	}

	private static BriefAnalysis bakery(int generation) {
		return story(Businesses.BAKERY_IN_AUSTIN, generation);
	}

	/** Says next to nothing. */
	private static BriefAnalysis silent() {
		return story(new Brief("en", "X", "?", "?", "?", "?", "?", "undertaking", null, 0, 0, List.of()), 1);
	}

	@Provide
	static Arbitrary<Brief> briefs() {
		Arbitrary<String> answers = Arbitraries.oneOf(Arbitraries.strings().ofMaxLength(300),
				Arbitraries.strings().withChars("abé ,.;:'’-«»1234567890€$<>&\n").ofMaxLength(600),
				Arbitraries.of(Businesses.SCHOOL_IN_LYON.valueProposition(), Businesses.BAKERY_IN_AUSTIN.mission(),
						"We sell 12 loaves a day at $9.", "Un plat à 2 500 F CFA, 60 couverts par jour."));
		Arbitrary<String> sectors = Arbitraries.of("bakery", "école", "boutique", "farm", "coiffure", "software",
				"conseil", "artisan", "?", "");
		return Combinators
			.combine(Arbitraries.of("en", "fr"), Arbitraries.strings().ofMaxLength(80), answers, answers, answers,
					answers, sectors, Arbitraries.of("Dakar, Sénégal", "Lyon", "France", "?", "<b>"))
			.as((language, name, one, two, three, four, sector, location) -> new Brief(language, name, one, two, three,
					four, one, sector, location, 1, 0.5, List.of()));
	}

	@Property(tries = 150)
	void whateverABriefSaysTheResultsMayBePublished(@ForAll("briefs") Brief brief,
			@ForAll @IntRange(min = 1, max = 9) int generation) {
		BriefAnalysis story = story(brief, generation);

		assertThat(AgentResultRules.violations(ResearchAgent.make(story))).isEmpty();
		assertThat(AgentResultRules.violations(ContentAgent.make(story))).isEmpty();
		assertThat(AgentResultRules.violations(LogoAgent.make(story, STYLE))).isEmpty();
		assertThat(AgentResultRules.violations(SeoAgent.make(story, STRUCTURED_DATA))).isEmpty();
		assertThat(AgentResultRules.violations(TemplateAgent.make(story))).isEmpty();
	}

	@Nested
	class OfContent {

		@Test
		void theTaglineIsTheirs() {
			String tagline = ContentAgent.make(bakery(1)).tagline();

			assertThat(tagline).hasSizeBetween(18, 70);
			assertThat(Businesses.BAKERY_IN_AUSTIN.differentiation() + Businesses.BAKERY_IN_AUSTIN.mission()
					+ Businesses.BAKERY_IN_AUSTIN.valueProposition())
				.containsIgnoringCase(tagline);
		}

		@Test
		void thePostsAreOfThreeNetworksAndEndWithHashtags() {
			assertThat(ContentAgent.make(bakery(1)).posts()).extracting(Content.Post::network)
				.containsExactly("linkedin", "instagram", "facebook");
			assertThat(ContentAgent.make(bakery(1)).posts().get(1).text()).contains("#CedarCrumb", "#Austin");
		}

		@Test
		void anotherGenerationIsAnotherText() {
			assertThat(IntStream.rangeClosed(1, 4).mapToObj((it) -> ContentAgent.make(bakery(it))))
				.doesNotHaveDuplicates();
		}

		@Test
		void whoSaysNothingIsToldSoInsteadOfInvented() {
			Content content = ContentAgent.make(silent());

			assertThat(content.homepage()).isNotEmpty();
			assertThat(content.elevatorPitch()).isNotBlank();
		}

	}

	@Nested
	class OfLogos {

		@Test
		void threeIdeasHaveThreePalettesAndDrawings() {
			Logo logo = LogoAgent.make(bakery(1), STYLE);

			assertThat(logo.concepts()).hasSize(3);
			assertThat(logo.concepts()).extracting(Logo.Concept::svg).doesNotHaveDuplicates();
			assertThat(logo.concepts()).extracting(Logo.Concept::palette).doesNotHaveDuplicates();
			assertThat(logo.concepts()).allSatisfy((concept) -> assertThat(concept.svg()).contains("Cedar &amp; Crumb",
					concept.palette().background(), concept.typography().headings()));
		}

		@Test
		void theLogoStaysWhenAnAnswerIsPolished() {
			Brief bakery = Businesses.BAKERY_IN_AUSTIN;
			Brief polished = new Brief(bakery.language(), bakery.businessName(), bakery.vision() + " Soon.",
					bakery.mission(), bakery.targetAudience(), bakery.differentiation(), bakery.valueProposition(),
					bakery.sector(), bakery.location(), 1, 0.84, List.of());

			assertThat(LogoDrawing.turning(LogoAgent.make(bakery(1), STYLE).concepts().get(2).palette(), 7))
				.isNotEmpty();
			assertThat(petals(LogoAgent.make(story(polished, 1), STYLE)))
				.isEqualTo(petals(LogoAgent.make(bakery(1), STYLE)));
		}

		private static long petals(Logo logo) {
			return logo.concepts().get(2).svg().split("rotate\\(", -1).length;
		}

	}

	@Nested
	class OfSearch {

		@Test
		void titleAndDescriptionHaveASearchEnginesMeasure() {
			Seo seo = SeoAgent.make(bakery(1), STRUCTURED_DATA);

			assertThat(seo.title()).hasSizeLessThanOrEqualTo(60).contains("Cedar & Crumb");
			assertThat(seo.description()).hasSizeLessThanOrEqualTo(160);
		}

		@Test
		void thePlaceIsInTheFirstKeyword() {
			Seo seo = SeoAgent.make(bakery(1), STRUCTURED_DATA);

			assertThat(seo.primaryKeywords()).hasSize(4).first().asString().contains("bakery", "Austin");
			assertThat(seo.secondaryKeywords()).hasSizeLessThanOrEqualTo(10)
				.doesNotContainAnyElementsOf(seo.primaryKeywords());
		}

		@Test
		void theHeadingsAreAnOutline() {
			List<Seo.Heading> headings = SeoAgent.make(bakery(1), STRUCTURED_DATA).headings();

			assertThat(headings.getFirst().level()).isOne();
			assertThat(headings).filteredOn((heading) -> heading.level() == 3)
				.hasSizeBetween(1, 3)
				.allSatisfy((heading) -> assertThat(heading.text()).containsPattern("\\d"));
		}

		@Test
		void whoSaysNothingStillHasATitle() {
			assertThat(SeoAgent.make(silent(), STRUCTURED_DATA).title()).contains("X");
		}

	}

	@Nested
	class OfTemplates {

		@Test
		void threeOrFourAreRanked() {
			for (Brief brief : Businesses.ALL) {
				List<SiteTemplates.SiteTemplate> templates = TemplateAgent.make(story(brief, 1)).templates();

				assertThat(templates).hasSizeBetween(3, 4);
				assertThat(templates).extracting(SiteTemplates.SiteTemplate::score)
					.isSortedAccordingTo((one, other) -> Double.compare(other, one));
			}
		}

		@Test
		void theReasonsQuoteTheirWords() {
			assertThat(TemplateAgent.make(bakery(1)).templates().getFirst().reasons())
				.anyMatch((reason) -> reason.contains("“"));
		}

		@Test
		void threeAreNamedEvenWhereNothingFits() {
			assertThat(TemplateAgent.make(silent()).templates()).hasSizeGreaterThanOrEqualTo(3);
		}

	}

	@Nested
	class OfResearch {

		@Test
		void theirGroupsComeBeforeTheSectors() {
			Research research = ResearchAgent.make(bakery(1));

			assertThat(research.segments().getFirst().name()).startsWith("Families with young children");
			assertThat(research.segments()).hasSizeBetween(2, 4);
		}

		@Test
		void eachKindOfCompetitorIsThereOnce() {
			assertThat(ResearchAgent.make(bakery(1)).competitors()).extracting(Research.Competitors::kind)
				.containsExactly("direct", "indirect", "substitute");
		}

		@Test
		void whatIsMissingIsARiskAndAQuestion() {
			Research knows = ResearchAgent.make(bakery(1));
			Research lacks = ResearchAgent.make(silent());

			assertThat(lacks.risks()).isNotEqualTo(knows.risks());
			assertThat(lacks.risks().getFirst().risk())
				.isEqualTo(KNOWLEDGE.get("en").phrases().research().noPrice().risk());
			assertThat(lacks.questionsToValidate().getFirst())
				.isEqualTo(KNOWLEDGE.get("en").phrases().research().askPrice());
			assertThat(knows.risks()).extracting(Research.Risk::risk)
				.doesNotContain(KNOWLEDGE.get("en").phrases().research().noPrice().risk());
		}

	}

}
