package io.coachflow.saga.agent.model;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class LanguageCheckTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"en | false | We bake bread for the people of the harbour, and this is what they will find.",
			"fr | true  | We bake bread for the people of the harbour, and this is what they will find.",
			"fr | false | Nous cuisons le pain pour les gens du port, et voici ce qu'ils trouveront chez nous.",
			"en | true  | Nous cuisons le pain pour les gens du port, et voici ce qu'ils trouveront chez nous.",
			"fr | false | Dakar Food Week and Friends", "en | false | Le Bureau de la Paix",
			"fr | false | Un site de type landing page pour les clients du quartier, avec le formulaire for the win.",
			"en | false | Teranga Table" })
	void theSmallWordsTellTheLanguage(String language, boolean wrong, String text) {
		assertThat(LanguageCheck.isWrong(List.of(text), language)).isEqualTo(wrong);
	}

	@ParameterizedTest
	@CsvSource({ "en", "fr" })
	void whatHasNoSuchWordsIsNotJudged(String language) {
		assertThat(LanguageCheck.isWrong(List.of("日本語の文章", "", "40 000", "#rrggbb"), language)).isFalse();
	}

}
