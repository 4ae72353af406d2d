package io.coachflow.command.guidance;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.coachflow.command.guidance.CoachTexts.Clarifications;
import io.coachflow.command.guidance.CoachTexts.Repeated;
import io.coachflow.command.guidance.GuidanceCatalogue.SectorGuidance;
import io.coachflow.command.guidance.GuidanceCatalogue.StepTexts;
import io.coachflow.contracts.session.Step;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.dataformat.yaml.YAMLMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

@DisplayName("The catalogue of guidance")
class GuidanceCatalogueTests {

	private static final List<String> SECTORS = List.of("general", "restaurant", "fashion-and-beauty", "technology",
			"education", "agriculture", "crafts", "services", "retail");

	private final GuidanceCatalogue catalogue = GuidanceCatalogue.load();

	@ParameterizedTest(name = "{0}/{1}/{2}")
	@MethodSource("everyText")
	void hasTextsForEveryLanguageSectorAndStep(String language, String sector, Step step) {
		StepTexts texts = this.catalogue.step(language, sector, step);
		assertThat(texts.message()).isNotBlank();
		assertThat(texts.examples()).hasSize(3)
			.doesNotHaveDuplicates()
			.allSatisfy((text) -> assertThat(text).isNotBlank());
		assertThat(texts.questions()).isNotEmpty()
			.doesNotHaveDuplicates()
			.allSatisfy((text) -> assertThat(text).isNotBlank());
	}

	@ParameterizedTest(name = "{0}/{1}/{2}")
	@MethodSource("everyText")
	void givesExamplesThatTheScoreWouldTakeForMoreThanEmptyPromises(String language, String sector, Step step) {
		ConfidenceScorer scorer = ConfidenceScorer.load((_) -> List.of());
		assertThat(this.catalogue.step(language, sector, step).examples()).allSatisfy(
				(example) -> assertThat(scorer.score(step, example, List.of()).score()).isGreaterThanOrEqualTo(0.5));
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource({ "restaurant, restaurant", "fashion-and-beauty, fashion-and-beauty",
			"Fashion and Beauty, fashion-and-beauty", "general, general", "fintech, technology", "école, education",
			"farm, agriculture", "ébénisterie, crafts", "nettoyage, services", "épicerie, retail" })
	void knowsASectorByItsNameAndItsAliases(String words, String sector) {
		assertThat(this.catalogue.sectorOf(words)).isEqualTo(sector);
	}

	@ParameterizedTest
	@ValueSource(strings = { "PÂTISSERIE", "patisserie", "pa\u0302tisserie", "  Pâtisserie ! ", "pâtisserie-café",
			"My own pâtisserie, in Dakar", "Une pâtisserie" })
	void overlooksAccentsCaseAndPunctuation(String words) {
		assertThat(this.catalogue.sectorOf(words)).isEqualTo("restaurant");
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource({ "online shop for software, retail", "a shop with software, technology", "food processing, agriculture",
			"street food, restaurant", "language school app, education", "e-learning software, education",
			"école de logiciel, education", "software school, education", "pottery shop, crafts",
			"hair salon and shop, fashion-and-beauty" })
	void goesByTheLongestAlias(String words, String sector) {
		assertThat(this.catalogue.sectorOf(words)).isEqualTo(sector);
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", " ", "?!", "undertaker", "modem", "shopping", "farmland", "中文", "🥖", "\0" })
	void takesEverythingElseForGeneral(String words) {
		assertThat(this.catalogue.sectorOf(words)).isEqualTo("general");
	}

	@ParameterizedTest(name = "{0}/{1}")
	@MethodSource("everyFile")
	void namesInEachFileTheSectorThatItIsFor(String language, String sector) {
		assertThat(new YAMLMapper()
			.readValue(getClass().getResourceAsStream("/guidance/" + language + "/" + sector + ".yaml"),
					SectorGuidance.class)
			.sector()).isEqualTo(sector);
	}

	@Test
	void hasAVersionThatIsTheSameEachTime() {
		assertThat(this.catalogue.version()).matches("[0-9a-f]{12}").isEqualTo(GuidanceCatalogue.load().version());
	}

	@Test
	void doesNotKnowOtherLanguages() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.catalogue.coach("de"))
			.withMessageContaining("language de");
		assertThatIllegalArgumentException().isThrownBy(() -> this.catalogue.step("de", "general", Step.VISION));
	}

	@Test
	void namesTheFileAndStepWhereATextIsMissing() {
		Map<Step, StepTexts> steps = new HashMap<>();
		for (Step step : Step.values()) {
			steps.put(step, new StepTexts("message", List.of("1", "2", "3"), List.of("why?")));
		}
		assertThat(new SectorGuidance("crafts", steps).checked("xx/crafts")).isNotNull();
		steps.put(Step.MISSION, new StepTexts("message", List.of("1", "2"), List.of("why?")));
		assertThatIllegalStateException().isThrownBy(() -> new SectorGuidance("crafts", steps).checked("xx/crafts"))
			.withMessageContaining("xx/crafts")
			.withMessageContaining("mission");
	}

	@Test
	void namesTheFileAndStepWhereAQuestionIsMissing() {
		Clarifications questions = new Clarifications("length", "specificity", "relevance", "originality");
		Map<Step, Clarifications> complete = new HashMap<>();
		Map<Step, Repeated> repeated = new HashMap<>();
		for (Step step : Step.values()) {
			complete.put(step, questions);
			repeated.put(step, new Repeated("first", "again"));
		}
		Map<Step, Clarifications> incomplete = new HashMap<>(complete);
		incomplete.put(Step.MISSION, null);
		Map<Step, Repeated> half = new HashMap<>(repeated);
		half.put(Step.MISSION, new YAMLMapper().readValue("first: same", Repeated.class));

		assertThat(new CoachTexts("done", complete, complete, repeated).checked("xx")).isNotNull();
		assertThat(Stream.of(new CoachTexts("done", incomplete, complete, repeated),
				new CoachTexts("done", complete, incomplete, repeated),
				new CoachTexts("done", complete, complete, half)))
			.allSatisfy((texts) -> assertThatIllegalStateException().isThrownBy(() -> texts.checked("xx"))
				.withMessageContaining("xx/coach")
				.withMessageContaining("mission"));
	}

	@Test
	void knowsEverythingThatTheCoachMaySayAtAStep() {
		for (Step step : Step.values()) {
			ScriptedCoach coach = new ScriptedCoach();
			assertThat(this.catalogue.everything(step))
				.contains(coach.guide(step, "farm", "fr").message(), coach.repeated(step, null, "en", 0).message())
				.containsAll(coach.guide(step, "shop", "en").examples())
				.containsAll(coach.guide(step, "shop", "en").questions());
		}
	}

	static Stream<Arguments> everyFile() {
		return Stream.of("en", "fr")
			.flatMap((language) -> SECTORS.stream().map((sector) -> arguments(language, sector)));
	}

	static Stream<Arguments> everyText() {
		return Stream.of("en", "fr")
			.flatMap((language) -> SECTORS.stream()
				.flatMap((sector) -> Stream.of(Step.values()).map((step) -> arguments(language, sector, step))));
	}

}
