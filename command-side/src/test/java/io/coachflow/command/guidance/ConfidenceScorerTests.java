package io.coachflow.command.guidance;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.coachflow.contracts.session.Confidence;
import io.coachflow.contracts.session.Step;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Assertions.assertTimeout;

@DisplayName("The confidence score")
class ConfidenceScorerTests {

	private static final int LONGEST_ANSWER = 10_000;

	/** Words that say nothing, so that what follows is no short answer. */
	private static final String SENTENCE = "what there is of it here is ";

	private static final String FLOWERS = """
			We grow flowers without pesticides near Toulouse and sell 300 bouquets a week \
			to companies that want to replace imported roses.""";

	private final ConfidenceScorer scorer = scorer();

	@Nested
	@DisplayName("tells good answers from vague ones:")
	class Judgement {

		@ParameterizedTest(name = "{0}: {1}")
		@DisplayName("an honest answer scores 0.65 or more")
		@CsvSource(delimiter = '|',
				textBlock = """
						VISION          | In five years I would like to own three bakeries in my region and to be known for bread made with local flour. I also want to train young people who left school without a diploma.
						VISION          | By 2031 we own four river boats between Kinshasa and Mbandaka and carry 900 tonnes of maize a year. Half of our 30 sailors come from the villages on the bank.
						MISSION         | We help retired people who live alone in the countryside to do their shopping online. A volunteer calls them every week and delivers the groceries to their home.
						MISSION         | We collect worn bricks from building sites in Ghent, clean them by hand and sell them to masons, so that old houses can be mended with stones of their age.
						CLIENTELE       | Our customers are mostly young parents who work full time and live in the suburbs. They have little time to cook but want healthy meals for their children.
						CLIENTELE       | Retired couples from Hamburg who spend three winter months on Madeira. They rent a small flat for 900 euros a month and want a doctor who speaks German.
						DIFFERENTIATION | Unlike supermarkets, we know every farmer we buy from and we visit them each season. Our vegetables are picked the same morning and sold before noon.
						DIFFERENTIATION | We are the only movers in Liège with a team trained for pianos. Unlike our competitors we include an insurance up to 50,000 euros.
						OFFRE           | We sell a weekly basket of seasonal vegetables for 15 euros, ordered online and collected at the shop. Customers can stop their subscription at any time.
						OFFRE           | A two-hour cooking class in Oaxaca for 40 dollars, market visit included. Guests book online, pay a deposit of 10 dollars and take their recipes home.
						VISION          | Dans cinq ans, je voudrais avoir trois boulangeries dans ma région et être connu pour un pain fait avec de la farine locale. Je veux aussi former des jeunes sans diplôme.
						VISION          | En 2030, notre fromagerie de Salers vend dans douze villes de France. Elle achète le lait de 18 éleveurs du Cantal et forme quatre apprentis chaque année.
						MISSION         | Nous aidons les personnes âgées isolées à la campagne à faire leurs courses en ligne. Un bénévole les appelle chaque semaine et livre les provisions à domicile.
						MISSION         | Nous réparons et louons des vélos à Nantes, parce qu'un vélo fiable permet à une famille de se passer d'une deuxième voiture.
						CLIENTELE       | Nos clients sont surtout de jeunes parents qui travaillent à plein temps et vivent en banlieue. Ils ont peu de temps pour cuisiner mais veulent des repas sains pour leurs enfants.
						CLIENTELE       | Les familles de marins de Douarnenez, parents seuls pendant trois semaines. Elles cherchent une garde le soir et paient 200 euros par mois.
						DIFFERENTIATION | Contrairement aux supermarchés, nous connaissons chaque agriculteur et nous lui rendons visite à chaque saison. Nos légumes sont cueillis le matin même et vendus avant midi.
						DIFFERENTIATION | Nous sommes les seuls déménageurs de Liège formés aux pianos. Contrairement à nos concurrents, nous incluons une assurance de 50 000 euros.
						OFFRE           | Nous vendons chaque semaine un panier de légumes de saison à 15 euros, commandé en ligne et retiré à la boutique. L'abonnement s'arrête quand on veut.
						OFFRE           | Trois formules de jardinage à Bordeaux : 49, 89 ou 149 euros par mois. Les clients s'abonnent en ligne et paient par prélèvement.
						""")
		void anHonestAnswerScoresHigh(Step step, String answer) {
			assertThat(score(step, answer).score()).isGreaterThanOrEqualTo(0.65);
		}

		@ParameterizedTest(name = "{0}: {1}")
		@DisplayName("a vague answer scores 0.4 or less")
		@CsvSource(delimiter = '|',
				textBlock = """
						VISION          | We want to be the best and grow everywhere in the world with a good quality for everyone.
						VISION          | Our vision is to become the best company in the world and make lots of money.
						MISSION         | Our mission is to help people and do good things for everyone.
						MISSION         | We provide quality solutions to everyone.
						CLIENTELE       | Everyone who wants good products.
						CLIENTELE       | Our customers are people and companies who need something good.
						DIFFERENTIATION | We are different because our quality is better than the others.
						DIFFERENTIATION | We are the best, our service is great and we have passion.
						OFFRE           | We offer good products and services at a good price.
						OFFRE           | Lots of different things for everyone, with great quality.
						VISION          | Nous voulons être les meilleurs et réussir partout dans le monde.
						VISION          | Ma vision est de devenir le leader et de grandir.
						MISSION         | Notre mission est d'aider les gens avec de bons produits de qualité.
						MISSION         | Apporter des solutions innovantes et de qualité à nos clients pour répondre à tous leurs besoins.
						CLIENTELE       | Tout le monde, tous les gens qui veulent de la qualité.
						CLIENTELE       | Nos clients sont tous ceux qui aiment les bons produits.
						DIFFERENTIATION | Nous sommes meilleurs que les autres et notre qualité est unique.
						DIFFERENTIATION | On est différents parce qu'on est passionnés et à l'écoute.
						OFFRE           | Nous proposons de bons produits et services à un bon prix.
						OFFRE           | Un peu de tout, des choses de qualité pour tout le monde.
						""")
		void aVagueAnswerScoresLow(Step step, String answer) {
			assertThat(score(step, answer).score()).isLessThanOrEqualTo(0.4);
		}

		@ParameterizedTest(name = "{0}: {1}")
		@DisplayName("an answer about something else scores below 0.65")
		@CsvSource(delimiter = '|',
				textBlock = """
						VISION | Yesterday the weather was lovely, so my brother and I watched football on television and then we ate spaghetti in the garden until it began to rain.
						OFFRE  | The train from Paris to Lyon left with 20 minutes delay, and the passengers complained to the conductor about the broken air conditioning.
						OFFRE  | Hier il faisait beau, alors mon frère et moi avons regardé le football à la télévision, puis nous avons mangé des spaghettis jusqu'à la pluie.
						VISION | Le football est un sport populaire et Marseille a gagné 3-0 samedi contre Lyon devant 60 000 spectateurs, avec deux buts en première période.
						""")
		void anAnswerAboutSomethingElseIsNotConfident(Step step, String answer) {
			Confidence confidence = score(step, answer);
			assertThat(confidence.relevance()).isZero();
			assertThat(confidence.score()).isLessThan(0.65);
		}

		@Test
		@DisplayName("the answer to one question is a poor answer to another")
		void theAnswerToOneQuestionIsAPoorAnswerToAnother() {
			String prices = "A monthly subscription at 20 euros, paid by cash or card, with a trial of two weeks.";
			assertThat(score(Step.OFFRE, prices).score()).isGreaterThan(score(Step.DIFFERENTIATION, prices).score());
		}

		@Test
		@DisplayName("a mixture of languages is as good as one")
		void aMixtureOfLanguagesIsAsGoodAsOne() {
			String mixed = "Un abonnement at 20 euros par mois, ordered online, avec un essai gratuit à Dakar.";
			assertThat(score(Step.OFFRE, mixed).relevance()).isEqualTo(1);
		}

	}

	@Nested
	@DisplayName("is made of")
	class Components {

		@ParameterizedTest(name = "{0} words: {1}")
		@DisplayName("length: a thirtieth per word, up to thirty")
		@CsvSource({ "1, 0.03", "3, 0.1", "15, 0.5", "29, 0.97", "30, 1", "31, 1", "400, 1" })
		void lengthGrowsWithTheWords(int words, double expected) {
			assertThat(score(Step.VISION, "word ".repeat(words)).length()).isEqualTo(expected);
		}

		@ParameterizedTest(name = "\"{0}\": {1}")
		@DisplayName("specificity: two eighths per figure or name, one per measure, sign or long word")
		@CsvSource(delimiter = '|', textBlock = """
				we bake bread                              | 0
				we bake 40 loaves                          | 0.25
				we bake 40, 40 and 40 loaves               | 0.25
				we bake 1,500 loaves                       | 0.25
				we bake 12, 40 and 90 loaves               | 0.5
				we bake bread in Lyon                      | 0.25
				we bake bread in Lyon, Paris and Dakar     | 0.5
				Lyon. Paris. Dakar. We bake bread there    | 0
				WE BAKE BREAD IN LYON                      | 0
				we bake 30% more                           | 0.38
				we bake bread in September                 | 0.13
				we bake wholemeal bread                    | 0.13
				we bake 40 wholemeal loaves in Lyon        | 0.63
				we bake 40 good wholemeal loaves in Lyon   | 0.38
				we bake good things for everyone           | 0
				""")
		void specificityAddsUpPoints(String answer, double expected) {
			assertThat(score(Step.MISSION, answer).specificity()).isEqualTo(expected);
		}

		@ParameterizedTest(name = "\"{0}\": {1}")
		@DisplayName("relevance: a third per word of the step")
		@CsvSource(delimiter = '|', textBlock = """
				it rains                             | 0
				a subscription                       | 0.33
				a subscription, two subscriptions    | 0.33
				a subscription paid by card          | 0.67
				a subscription paid in cash          | 1
				un abonnement livré, prix en espèces | 1
				""")
		void relevanceCountsTheWordsOfTheStep(String answer, double expected) {
			assertThat(score(Step.OFFRE, SENTENCE + answer).relevance()).isEqualTo(expected);
		}

		@Test
		@DisplayName("relevance: vague words hide the words of the step in them")
		void vagueWordsHideTheWordsOfTheStep() {
			assertThat(score(Step.OFFRE, SENTENCE + "the price in Lyon").relevance()).isEqualTo(0.33);
			assertThat(score(Step.OFFRE, SENTENCE + "a good price in Lyon and in Paris").relevance()).isZero();
		}

		@Test
		@DisplayName("originality: repeating itself lowers it")
		void repeatingItselfLowersOriginality() {
			Confidence once = score(Step.MISSION, FLOWERS);
			Confidence thrice = score(Step.MISSION, (FLOWERS + " ").repeat(3));
			assertThat(once.originality()).isEqualTo(1);
			assertThat(thrice.originality()).isEqualTo(0.33);
			assertThat(thrice.specificity()).isEqualTo(once.specificity());
			assertThat(thrice.relevance()).isEqualTo(once.relevance());
		}

		@Test
		@DisplayName("originality: repeating an earlier answer lowers it")
		void repeatingAnEarlierAnswerLowersOriginality() {
			Confidence fresh = score(Step.MISSION, FLOWERS, "An answer that shares nothing");
			Confidence similar = score(Step.MISSION, FLOWERS, "We sell flowers and roses to companies");
			Confidence copied = score(Step.MISSION, FLOWERS, "An answer that shares nothing",
					FLOWERS.toUpperCase(Locale.ROOT));
			assertThat(fresh.originality()).isEqualTo(1);
			assertThat(similar.originality()).isBetween(0.5, 0.9);
			assertThat(copied.originality()).isZero();
			assertThat(copied.score()).isLessThan(similar.score());
			assertThat(similar.score()).isLessThan(fresh.score());
		}

		@Test
		@DisplayName("originality: the order of earlier answers makes no difference")
		void theOrderOfEarlierAnswersMakesNoDifference() {
			assertThat(score(Step.MISSION, FLOWERS, "Roses", "We sell flowers"))
				.isEqualTo(score(Step.MISSION, FLOWERS, "We sell flowers", "Roses"));
		}

		@Test
		@DisplayName("accents, capitals and ligatures: none of them matters")
		void accentsCapitalsAndLigaturesDoNotMatter() {
			assertThat(score(Step.CLIENTELE, SENTENCE + "les ÉTUDIANTS").relevance()).isEqualTo(0.33);
			assertThat(score(Step.CLIENTELE, SENTENCE + "les e\u0301tudiants").relevance()).isEqualTo(0.33);
			assertThat(score(Step.CLIENTELE, SENTENCE + "les etudiants").relevance()).isEqualTo(0.33);
			assertThat(score(Step.VISION, "un cœur", "un coeur").originality()).isZero();
		}

		@ParameterizedTest
		@DisplayName("figures with separators: one word each")
		@ValueSource(strings = { "1,500", "3.5", "50\u00A0000", "50\u202F000", "1,500,000" })
		void figuresWithSeparatorsAreOneWord(String figure) {
			assertThat(Tokens.of(figure).list()).hasSize(1);
		}

	}

	@Nested
	@DisplayName("always")
	class Invariants {

		@Test
		@DisplayName("is the weighted sum of its figures, half-up, with two decimals, between 0 and 1")
		void isTheWeightedSumOfItsFigures() {
			Random random = new Random(42);
			List<String> vocabulary = List.of("good", "tout le monde", "40", "€", "Lyon", "client", "price", "who",
					"\n", ".", "日本語", "مرحبا", "🙂", "in", "vegetables", "2030", "e\u0301", "-", "'", "unlike",
					"chaque jour");
			for (int i = 0; i < 2_000; i++) {
				String answer = random.ints(random.nextInt(60), 0, vocabulary.size())
					.mapToObj(vocabulary::get)
					.reduce("", (left, right) -> left + " " + right);
				Step step = Step.values()[i % Step.values().length];
				assertSound(score(step, answer, "Lyon client vegetables"));
			}
		}

		@ParameterizedTest
		@EnumSource
		@DisplayName("is the same for the same arguments, whichever scorer judges")
		void isTheSameForTheSameArguments(Step step) {
			Confidence first = score(step, FLOWERS, "Roses");
			assertThat(score(step, FLOWERS, "Roses")).isEqualTo(first);
			assertThat(scorer().score(step, FLOWERS, List.of("Roses"))).isEqualTo(first);
		}

		@Test
		@DisplayName("is the same when many threads ask at once")
		void isTheSameWhenManyThreadsAskAtOnce() {
			assertThat(IntStream.range(0, 500).parallel().mapToObj((i) -> score(Step.OFFRE, FLOWERS)).distinct())
				.hasSize(1);
		}

		@ParameterizedTest
		@DisplayName("is 0 for a text without words")
		@ValueSource(strings = { "", " ", "\n\t", "🙂🙂🙂🎉", "?!… --- ...", "€ $ %", "\uD83D", "\u0301" })
		void isZeroForATextWithoutWords(String answer) {
			for (Step step : Step.values()) {
				assertThat(score(step, answer, "earlier")).isEqualTo(new Confidence(0, 0, 0, 0, 0));
			}
		}

		@ParameterizedTest(name = "[{index}]")
		@DisplayName("is low for a text that says nothing")
		@MethodSource("io.coachflow.command.guidance.ConfidenceScorerTests#textsThatSayNothing")
		void isLowForATextThatSaysNothing(String answer) {
			for (Step step : Step.values()) {
				Confidence confidence = score(step, answer);
				assertSound(confidence);
				assertThat(confidence.score()).isLessThanOrEqualTo(0.4);
			}
		}

		@ParameterizedTest
		@DisplayName("is fair to an answer in another script")
		@ValueSource(strings = { "我们的目标是在2030年之前，让上海的每一家独立面包店都能用销售数据来计划生产，减少一半的浪费。",
				"عملاؤنا هم أصحاب المخابز المستقلة في الدار البيضاء الذين يوظفون بين 5 و 20 عاملا ويخسرون 10% من إنتاجهم كل يوم.",
				"Наши клиенты — небольшие пекарни в Москве, которые выбрасывают 10% хлеба каждый день и хотят печь меньше." })
		void isFairToAnAnswerInAnotherScript(String answer) {
			for (Step step : Step.values()) {
				Confidence confidence = score(step, answer);
				assertSound(confidence);
				assertThat(confidence.relevance()).isEqualTo(0.5);
				assertThat(confidence.score()).isGreaterThanOrEqualTo(0.5);
			}
		}

		@ParameterizedTest(name = "[{index}]")
		@DisplayName("takes less than a second, whatever the text")
		@MethodSource("io.coachflow.command.guidance.ConfidenceScorerTests#adversarialTexts")
		void takesLessThanASecondWhateverTheText(String text) {
			String answer = text.repeat(LONGEST_ANSWER / text.length());
			assertTimeout(Duration.ofSeconds(1),
					() -> assertSound(score(Step.DIFFERENTIATION, answer, answer, answer, answer, answer)));
		}

	}

	@Nested
	@DisplayName("agrees with docs/confidence.md:")
	class Documentation {

		@Test
		@DisplayName("the English example")
		void theEnglishExample() {
			assertThat(score(Step.OFFRE, """
					We sell a weekly basket of good vegetables for 15 euros. \
					Customers order online and collect the basket at our shop in Nantes.""",
					"Every week we bring fresh vegetables to families in Nantes."))
				.isEqualTo(new Confidence(0.84, 0.77, 0.75, 1, 0.77));
		}

		@Test
		@DisplayName("the French example")
		void theFrenchExample() {
			assertThat(score(Step.MISSION, """
					Chaque nuit, nous cuisons un bon pain au levain pour 40 restaurants de Bordeaux et de Pessac. \
					Nous livrons ce pain avant midi.""",
					"En 2030, notre boulangerie de Bordeaux compte 200 restaurants."))
				.isEqualTo(new Confidence(0.68, 0.77, 0.63, 0.67, 0.73));
		}

	}

	@Nested
	@DisplayName("reads word lists that")
	class WordLists {

		@Test
		@DisplayName("hold the words that YAML might take for something else")
		void holdTheWordsThatYamlMightTakeForSomethingElse() {
			assertThat(Lexicon.load().stop()).contains("no", "on", "y", "n", "a", "d");
		}

		@Test
		@DisplayName("know every step")
		void knowEveryStep() {
			assertThat(Lexicon.load().steps()).containsOnlyKeys(Step.values());
		}

		@Test
		@DisplayName("name what is missing")
		void nameWhatIsMissing() {
			Lexicon.Lists lists = new Lexicon.Lists(List.of("a"), List.of("a"), List.of("good"), List.of("ten"),
					Map.of(Step.VISION, List.of("future")));
			assertThatIllegalStateException().isThrownBy(() -> lists.checked("xx.yaml"))
				.withMessage("The list mission in xx.yaml is missing");
		}

		@ParameterizedTest
		@DisplayName("name a malformed entry")
		@ValueSource(strings = { "*", "", "?!", "meilleur* que", "**", "a*b" })
		void nameAMalformedEntry(String entry) {
			assertThatIllegalArgumentException().isThrownBy(() -> new Terms(List.of("good", entry)))
				.withMessageContaining("\"" + entry + "\"");
		}

		@Test
		@DisplayName("prefer the longest entry")
		void preferTheLongestEntry() {
			Terms terms = new Terms(List.of("all", "all kinds of", "all kinds", "al*", "all types of thing*"));
			assertThat(name(terms, "All kinds of bread")).isEqualTo("all kinds of");
			assertThat(name(terms, "all kinds")).isEqualTo("all kinds");
			assertThat(name(terms, "all types")).isEqualTo("all");
			assertThat(name(terms, "all types of things")).isEqualTo("all types of thing*");
			assertThat(name(terms, "Algeria")).isEqualTo("al*");
			assertThat(terms.at(Tokens.of("bread").list(), 0)).isEmpty();
		}

		private static String name(Terms terms, String text) {
			return terms.at(Tokens.of(text).list(), 0).orElseThrow().name();
		}

	}

	static Stream<String> textsThatSayNothing() {
		return Stream.of("a", "a".repeat(LONGEST_ANSWER), "1234567890", "1 2 3 4 5 6 7 8 9", "42", "x y",
				"no ".repeat(LONGEST_ANSWER / 3), "bla bla bla bla bla bla bla bla bla bla",
				"good ".repeat(LONGEST_ANSWER / 5), "I don't know.", "Je ne sais pas.", "中", "م");
	}

	static Stream<String> adversarialTexts() {
		return Stream.of("a", "1,", "1,1.", "all kinds all types all sorts of ", "tout le tout les ",
				"aaaaaaaaaaaaaaaa!", "a\u0301\u0323", "\u0301\u0323\u0327", "\uFDFA", "中文", "🙂", "\uD83D",
				"n'importe n'importe ", "((((((", "\n", ". ", "customer customers custom ", "é", "İ", "A1 ", "\u00A01");
	}

	private static ConfidenceScorer scorer() {
		return ConfidenceScorer.load(GuidanceCatalogue.load()::everything);
	}

	private Confidence score(Step step, String answer, String... earlierAnswers) {
		return this.scorer.score(step, answer, List.of(earlierAnswers));
	}

	private static void assertSound(Confidence confidence) {
		BigDecimal expected = weighted(0.15, confidence.length()).add(weighted(0.35, confidence.specificity()))
			.add(weighted(0.35, confidence.relevance()))
			.add(weighted(0.15, confidence.originality()))
			.setScale(2, RoundingMode.HALF_UP);
		assertThat(BigDecimal.valueOf(confidence.score())).isEqualByComparingTo(expected);
		assertThat(Stream.of(confidence.score(), confidence.length(), confidence.specificity(), confidence.relevance(),
				confidence.originality()))
			.allSatisfy((figure) -> assertThat(figure).isBetween(0.0, 1.0))
			.allSatisfy((figure) -> assertThat(BigDecimal.valueOf(figure).scale()).isLessThanOrEqualTo(2));
	}

	private static BigDecimal weighted(double weight, double figure) {
		return BigDecimal.valueOf(weight).multiply(BigDecimal.valueOf(figure));
	}

}
