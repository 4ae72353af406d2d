package io.coachflow.command.guidance;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.coachflow.command.guidance.CoachTexts.Clarifications;
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
				Confidence weak = new Confidence(0.1, length, specificity, relevance, originality);
				for (int asked = 0; asked <= 2; asked++) {
					Guidance question = this.coach.clarify(step, weak, "restaurant", language, asked);
					assertThat(question.message()).isEqualTo(questions(language, step, asked).get(missing));
					assertIsUsualButForItsMessage(question, step, language);
				}
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "en", "fr" })
	void saysItAnotherWayWhenATextComesOnceMore(String language) {
		for (Step step : Step.values()) {
			Guidance first = this.coach.repeated(step, "restaurant", language, 0);
			Guidance again = this.coach.repeated(step, "restaurant", language, 1);
			assertThat(first.message()).isNotEqualTo(again.message());
			assertThat(this.coach.repeated(step, "restaurant", language, 2)).isEqualTo(again);
			assertIsUsualButForItsMessage(first, step, language);
			assertIsUsualButForItsMessage(again, step, language);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "en", "fr" })
	void neverAsksTheSameTwice(String language) {
		assertThat(Stream.of(Step.values()).flatMap((step) -> this.catalogue.coach(language).all(step).stream()))
			.hasSize(50)
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
		String answer = "By 2032 our well drillers bring water to 90 villages in Togo and Benin.";
		Confidence first = this.coach.assess(Step.VISION, answer, List.of());
		Confidence again = this.coach.assess(Step.VISION, answer, List.of(answer));
		assertThat(first.originality()).isEqualTo(1);
		assertThat(again.originality()).isZero();
		assertThat(again.score()).isLessThan(first.score());
	}

	private void assertIsUsualButForItsMessage(Guidance guidance, Step step, String language) {
		Guidance usual = this.coach.guide(step, "restaurant", language);
		assertThat(guidance).isEqualTo(new Guidance(step, language, "scripted", this.catalogue.version(), "restaurant",
				guidance.message(), usual.examples(), usual.questions()));
	}

	private Map<String, String> questions(String language, Step step, int asked) {
		Clarifications questions = this.catalogue.coach(language).clarification(step, asked);
		return Map.of("length", questions.length(), "specificity", questions.specificity(), "relevance",
				questions.relevance(), "originality", questions.originality());
	}

}
