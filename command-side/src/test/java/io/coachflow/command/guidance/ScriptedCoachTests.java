package io.coachflow.command.guidance;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.coachflow.command.guidance.GuidanceCatalogue.Clarifications;
import io.coachflow.contracts.session.Confidence;
import io.coachflow.contracts.session.Guidance;
import io.coachflow.contracts.session.Step;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@DisplayName("The scripted coach")
class ScriptedCoachTests {

	private final GuidanceCatalogue catalogue = GuidanceCatalogue.load();

	private final ScriptedCoach coach = new ScriptedCoach();

	@ParameterizedTest
	@ValueSource(strings = { "en", "fr" })
	void guidesByTheTextsOfTheStepAndTheSector(String language) {
		for (Step step : Step.values()) {
			var texts = this.catalogue.step(language, "restaurant", step);
			assertThat(this.coach.guide(step, "Café in Dakar", language))
				.isEqualTo(new Guidance(step, language, "scripted", this.catalogue.version(), "restaurant",
						texts.message(), texts.examples(), texts.questions()));
		}
	}

	@Test
	void guidesByGeneralTextsWhereItDoesNotKnowTheSector() {
		assertThat(this.coach.guide(Step.VISION, null, "en").sector()).isEqualTo("general");
		assertThat(this.coach.guide(Step.VISION, "undertaker", "en"))
			.isEqualTo(this.coach.guide(Step.VISION, null, "en"));
	}

	@Test
	void speaksAnotherLanguageToAnotherReader() {
		assertThat(this.coach.guide(Step.VISION, null, "fr").message())
			.isNotEqualTo(this.coach.guide(Step.VISION, null, "en").message());
		assertThatIllegalArgumentException().isThrownBy(() -> this.coach.guide(Step.VISION, null, "de"));
	}

	@ParameterizedTest(name = "length {0}, specificity {1}, relevance {2}, originality {3}: {4}")
	@CsvSource({ "0.1, 0.2, 0.3, 0.4, length", "0.4, 0.1, 0.2, 0.3, specificity", "0.3, 0.4, 0.1, 0.2, relevance",
			"0.2, 0.3, 0.4, 0.1, originality", "0, 0, 0, 0, length", "1, 0, 0, 0, relevance", "1, 0, 1, 0, specificity",
			"1, 1, 1, 1, length" })
	void asksForWhatIsMissingMost(double length, double specificity, double relevance, double originality,
			String missing) {
		for (String language : List.of("en", "fr")) {
			for (Step step : Step.values()) {
				Guidance question = this.coach.clarify(step,
						new Confidence(0.1, length, specificity, relevance, originality), "restaurant", language);
				Guidance usual = this.coach.guide(step, "restaurant", language);
				assertThat(question.message()).isEqualTo(questions(language, step).get(missing));
				assertThat(question).isEqualTo(new Guidance(step, language, "scripted", this.catalogue.version(),
						"restaurant", question.message(), usual.examples(), usual.questions()));
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "en", "fr" })
	void hasADifferentQuestionForEverythingThatMayBeMissing(String language) {
		assertThat(Stream.of(Step.values()).flatMap((step) -> questions(language, step).values().stream())).hasSize(20)
			.doesNotHaveDuplicates()
			.allSatisfy((question) -> assertThat(question).contains("?"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "en", "fr" })
	void closesWithoutAskingAnything(String language) {
		Guidance closing = this.coach.close("restaurant", language);
		assertThat(closing).isEqualTo(new Guidance(null, language, "scripted", this.catalogue.version(), "restaurant",
				closing.message(), List.of(), List.of()));
		assertThat(closing.message()).isNotBlank();
	}

	@Test
	void judgesAnAnswerBesideTheEarlierOnes() {
		String answer = "By 2032 our solar kits light 20,000 rural homes in Togo and Benin.";
		Confidence first = this.coach.assess(Step.VISION, answer, List.of());
		Confidence again = this.coach.assess(Step.VISION, answer, List.of(answer));
		assertThat(first.originality()).isEqualTo(1);
		assertThat(again.originality()).isZero();
		assertThat(again.score()).isLessThan(first.score());
	}

	private Map<String, String> questions(String language, Step step) {
		Clarifications questions = this.catalogue.coach(language).clarification().get(step);
		return Map.of("length", questions.length(), "specificity", questions.specificity(), "relevance",
				questions.relevance(), "originality", questions.originality());
	}

}
