package io.coachflow.command.guidance;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.coachflow.contracts.session.Confidence;
import io.coachflow.contracts.session.Step;
import io.coachflow.text.Sha256;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Scores of texts of many kinds, so that a change that was not meant is seen.
 */
class UnchangedScoresTests {

	private static final int TEXTS = 2_000;

	/** By kind, separated by bars; most words are on one of the lists. */
	private static final List<List<String>> VOCABULARY = Stream.of(
			"we|the|our|a|for|in|customers|client|custom|bread|bakery|price|pricing|sell|weekly|basket|market|village|"
					+ "helping|every day|every week|families|farmers|unlike|supermarkets|handmade|in five years|by 2032|"
					+ "technicians|aged 25 to 45|twelve|thousands|euros|Monday|online|subscription|of course|no longer",
			"nous|le|la|des|pour|une|clients|clientèle|boulangerie|prix|vendons|légumes|panier|marché|village|aidons|"
					+ "chaque jour|chaque semaine|familles|âgées|contrairement|concurrents|fait main|dans cinq ans|d'ici|"
					+ "l'offre|cœur|Ève|été|façon|élèves|douze|quinzaine|milliers|euros|lundi|en ligne|abonnement",
			"good|the best|everyone|all kinds of|many things|quality|a good price|innovative|and so on|world class|"
					+ "tout le monde|de bons produits|qualité|les meilleurs|un peu de tout|partout|innovant|toutes sortes",
			"40|2030|1,500|3.5|50\u00A0000|50\u202F000|7h|15€|$20|10%|5‰|3-0|1.|x2|3ème|12:30|٣٤|１２|½|½ kg|1.5.2",
			"Dakar|Lyon|Lomé|Aïssatou|Müller|O'Brien|Łódź|İstanbul|IBM|Québec|Œuvre|Ægir|A|É|ÉTUDIANTS|CUSTOMERS",
			"我们的目标是让上海的每一家独立面包店|日本語のテキスト|カタカナ|عملاؤنا هم أصحاب المخابز|Наши клиенты|ΟΔΥΣΣΕΥΣ|"
					+ "हमारे ग्राहक|ลูกค้าของเรา|우리의 고객은|Đặng Thị Hồng|ﬁn|ﷺ|ŉ|ſ|ß|ǅ|𐐀𐐨|😀|e\u0301te\u0301|a\u0301\u0323|\uD83D|µ|ª",
			".|!|?|…|:|•|\n|\t|,|;|-|—|'|’|«|»|(|)|。|！|€|£|%|\u00A0|\u202F|\u200B|\u0000")
		.map((words) -> List.of(words.split("\\|")))
		.toList();

	private final Random random = new Random(9562);

	@Test
	void scoresAreWhatTheyWere() {
		ConfidenceScorer scorer = ConfidenceScorer.load(GuidanceCatalogue.load()::everything);
		List<String> texts = new ArrayList<>();
		List<Confidence> scores = new ArrayList<>();
		for (int i = 0; i < TEXTS; i++) {
			texts.add(text(i));
			List<String> earlier = texts.subList(Math.max(0, i - i % Step.values().length), i);
			scores.add(scorer.score(Step.values()[i % Step.values().length], texts.get(i), earlier));
		}

		assertThat(scores.stream().map(Confidence::score).distinct()).hasSizeGreaterThan(80);
		assertThat(Sha256.of(scores.stream().map(Confidence::toString).collect(Collectors.joining("\n"))))
			.as("If the scores were meant to change: docs/confidence.md explains them, and this is their new hash")
			.isEqualTo("fa9719ec285b8bdd7f5fce5823747f9156c86507dbe3d582e2c4cb45120c0d61");
	}

	private String text(int number) {
		int words = (number % 97 == 0) ? 1_000 : this.random.nextInt((number % 11 == 0) ? 4 : 50);
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < words; i++) {
			// Half of the words are of one kind, so that there are texts of every
			// language
			int kind = this.random.nextBoolean() ? number % VOCABULARY.size() : this.random.nextInt(VOCABULARY.size());
			text.append(any(VOCABULARY.get(kind))).append((this.random.nextInt(12) == 0) ? "" : " ");
		}
		return (number % 13 == 0) ? text.toString().toUpperCase(Locale.ROOT) : text.toString();
	}

	private String any(List<String> words) {
		return words.get(this.random.nextInt(words.size()));
	}

}
