package io.coachflow.saga.agent.offline;

import java.util.List;
import java.util.Locale;

import io.coachflow.saga.agent.offline.Knowledge.PageTemplate;
import io.coachflow.text.Sectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How sentences are told apart, and what is known in each language.
 */
class PhrasesTests {

	private static final Knowledge ENGLISH = Knowledge.load(Locale.ENGLISH, Sectors.load(), Countries.load());

	private static final Knowledge FRENCH = Knowledge.load(Locale.FRENCH, Sectors.load(), Countries.load());

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "Nos voisins servent des sandwichs. | true", "Nous servons du riz. | false",
			"Les grandes écoles du web remplissent des amphithéâtres. | true" })
	void aSentenceAboutCompetitorsIsNotAboutOneself(String sentence, boolean others) {
		assertThat(FRENCH.phrases().isOfOthers(sentence)).isEqualTo(others);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "Ils ont souvent des enfants. | true", "Elles viennent. | true",
			"Les familles viennent. | false", "Islande | false" })
	void aPronounGoesOnAboutSomebody(String sentence, boolean goesOn) {
		assertThat(FRENCH.phrases().goesOn(sentence)).isEqualTo(goesOn);
	}

	@Test
	void bothLanguagesKnowEverySector() {
		for (Knowledge knowledge : List.of(ENGLISH, FRENCH)) {
			for (String sector : Sectors.load().keys()) {
				SectorTexts texts = knowledge.texts(sector);
				assertThat(texts.label()).as(sector).isNotBlank();
				assertThat(texts.segments()).as(sector).hasSizeGreaterThanOrEqualTo(4);
				assertThat(texts.risks()).as(sector).hasSizeGreaterThanOrEqualTo(5);
				assertThat(texts.questions()).as(sector).hasSizeGreaterThanOrEqualTo(5);
				assertThat(texts.actions()).as(sector).anyMatch((action) -> action.words().isEmpty());
			}
			assertThat(knowledge.templates()).hasSizeGreaterThanOrEqualTo(4);
		}
	}

	@Test
	void bothLanguagesHaveTheSameTemplates() {
		assertThat(ENGLISH.templates().stream().map(PageTemplate::id))
			.containsExactlyInAnyOrderElementsOf(FRENCH.templates().stream().map(PageTemplate::id).toList());
		assertThat(ENGLISH.templates()).allSatisfy((template) -> {
			assertThat(Sectors.load().keys()).containsAll(template.sectors().keySet());
			assertThat(template.sectors().values()).allSatisfy((score) -> assertThat(score).isBetween(0, 100));
		});
	}

}
