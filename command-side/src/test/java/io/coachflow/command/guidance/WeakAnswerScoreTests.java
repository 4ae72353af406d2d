package io.coachflow.command.guidance;

import java.util.List;

import io.coachflow.contracts.session.Confidence;
import io.coachflow.contracts.session.Step;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The confidence score sees through")
class WeakAnswerScoreTests {

	private final ConfidenceScorer scorer = ConfidenceScorer.load(GuidanceCatalogue.load()::everything);

	private static final String OWN = "Every night we smoke mackerel over alder in Whitby and sell it to nine pubs.";

	@Test
	@DisplayName("an answer pasted from the coach's own texts")
	void anAnswerPastedFromTheCoach() {
		GuidanceCatalogue catalogue = GuidanceCatalogue.load();
		for (Step step : Step.values()) {
			assertThat(catalogue.everything(step)).hasSizeGreaterThan(100)
				.allSatisfy((text) -> assertThat(score(step, text).score()).isLessThan(0.35));
		}
	}

	@Test
	@DisplayName("the same with other figures, another place and an own word")
	void theSameWithOtherFigures() {
		Confidence confidence = score(Step.VISION, """
				By 2034, our bakery in Limoges supplies 20 canteens with bread made with 40% cassava and maize \
				flour, proof that a large city can depend less on imported wheat.""");
		assertThat(confidence).isEqualTo(new Confidence(0.15, 0.97, 0, 0, 0));
	}

	@Test
	@DisplayName("an earlier answer sent once more, but not an answer that takes up some of it")
	void anEarlierAnswerSentOnceMore() {
		assertThat(score(Step.MISSION, OWN, OWN)).isEqualTo(new Confidence(0.08, 0.5, 0, 0, 0));
		assertThat(score(Step.MISSION, OWN + " Fishermen bring it to our door at dawn, straight from the boats.", OWN)
			.specificity()).isPositive();
	}

	@ParameterizedTest(name = "{0}: {1}")
	@DisplayName("talk beside the subject")
	@CsvSource(delimiter = '|',
			textBlock = """
					MISSION         | My cousin got married on Saturday and we danced until four in the morning.
					CLIENTELE       | Can someone call me back? I have been waiting since Monday and nobody in your team answers.
					VISION          | The weather in Dakar is too hot this week, 38 degrees yesterday, I stay inside with the fan on.
					OFFRE           | Pourquoi vous demandez tout ça ? C'est trop long, je veux juste mon document.
					DIFFERENTIATION | J'ai mal dormi, le chien du voisin a aboyé toute la nuit et la voiture ne démarrait pas.
					""")
	void talkBesideTheSubject(Step step, String answer) {
		assertThat(score(step, answer).specificity()).isZero();
		assertThat(score(step, answer).score()).isLessThanOrEqualTo(0.3);
	}

	@ParameterizedTest(name = "{0}: {1}")
	@DisplayName("talk beside the subject, but not a trade without a word on the lists")
	@CsvSource(delimiter = '|',
			textBlock = """
					MISSION   | I shoe horses at riding schools around Vienna, twenty a week, and show the grooms how to spot a cracked hoof.
					CLIENTELE | Les chasseurs et les bergers du Queyras, une cinquantaine, qui usent une paire de bottes par saison.
					MISSION   | Unsere Werkstatt in Kassel stimmt Orgeln, weil sonst keiner mehr weiß, wie man Pfeifen aus Zinn lötet.
					MISSION   | Cada semana la cooperativa de la sierra recoge la leche y la lleva a la quesería de los abuelos de Ana.
					""")
	void butNotATradeWithoutAWordOnTheLists(Step step, String answer) {
		assertThat(score(step, answer).relevance()).isZero();
		assertThat(score(step, answer).specificity()).isPositive();
	}

	@Test
	@DisplayName("promises that use the words of the step")
	void promisesThatUseTheWordsOfTheStep() {
		Confidence confidence = score(Step.VISION,
				"We want to become the best known name in the region and in the country, with a network of happy clients.");
		assertThat(confidence).as("as in docs/confidence.md").isEqualTo(new Confidence(0.26, 0.7, 0, 0, 1));
		assertThat(score(Step.VISION, "We want to be known in the region, in twelve towns, with 40 happy clients.")
			.relevance()).isPositive();
	}

	@ParameterizedTest(name = "{0}: {1}")
	@DisplayName("questions given back")
	@CsvSource(delimiter = '|', textBlock = """
			OFFRE     | How does a customer order, how do you deliver, and when are you paid?
			VISION    | What is my vision? Where do I see us in 2030, in which towns?
			CLIENTELE | Où vivent-ils ou travaillent-ils ? Quel âge ont ces familles ?
			""")
	void questionsGivenBack(Step step, String answer) {
		assertThat(score(step, answer).score()).isLessThanOrEqualTo(0.3);
		assertThat(score(step, answer).relevance()).isZero();
		assertThat(score(step, answer + " In 2030 we deliver to 40 families in Lyon.").relevance()).isPositive();
	}

	@ParameterizedTest
	@DisplayName("figures alone")
	@ValueSource(strings = { "2030 2035 50000 12", "2030", "2030, 2040", "2030 : 100 %" })
	void figuresAlone(String answer) {
		assertThat(score(Step.VISION, answer).relevance()).isZero();
		assertThat(score(Step.VISION, answer).score()).isLessThan(0.35);
	}

	@ParameterizedTest(name = "\"{0}\": {1}, {2}")
	@DisplayName("a word or two: relevance and originality count an eighth per word")
	@CsvSource(delimiter = '|', textBlock = """
			students                                          | 0.04 | 0.13
			students and families                             | 0.25 | 0.38
			the students and the families in here             | 0.59 | 0.88
			the students and the families we have here        | 0.67 | 1
			""")
	void aWordOrTwo(String answer, double relevance, double originality) {
		assertThat(score(Step.CLIENTELE, answer).relevance()).isEqualTo(relevance);
		assertThat(score(Step.CLIENTELE, answer).originality()).isEqualTo(originality);
	}

	@ParameterizedTest
	@DisplayName("none of them in a short answer that says what counts")
	@ValueSource(strings = { "In 2031 we run three restaurants in Dakar", "10 food trucks in Lyon by 2030, 40 people.",
			"D'ici 2029 : 3 boutiques à Cotonou, 1 à Lomé, 25 vendeuses." })
	void noneOfThemInAShortAnswerThatSaysWhatCounts(String answer) {
		assertThat(score(Step.VISION, answer).score()).isGreaterThanOrEqualTo(0.5);
	}

	private Confidence score(Step step, String answer, String... earlierAnswers) {
		return this.scorer.score(step, answer, List.of(earlierAnswers));
	}

}
