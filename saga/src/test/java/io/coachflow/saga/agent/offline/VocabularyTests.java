package io.coachflow.saga.agent.offline;

import java.util.List;
import java.util.Locale;

import io.coachflow.saga.agent.offline.Vocabulary.Word;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class VocabularyTests {

	private static final Vocabulary ENGLISH = Vocabulary.of(Locale.ENGLISH, List.of("great"));

	private static final Vocabulary FRENCH = Vocabulary.of(Locale.FRENCH, List.of("bon"));

	@Test
	void silentWordsAndFiguresAreLeftOut() {
		assertThat(words(ENGLISH, "The great bread of 3 bakers, 24h a day")).containsExactly("bread", "bakers", "day");
		assertThat(words(FRENCH, "Le bon pain de 3 boulangers")).containsExactly("pain", "boulangers");
	}

	@ParameterizedTest
	@CsvSource({ "l’école, école", "L'école, école", "d’été, été" })
	void anElidedArticleIsNoPartOfTheWord(String text, String word) {
		assertThat(FRENCH.words("avec " + text)).extracting(Word::text).endsWith(word);
	}

	@ParameterizedTest
	@CsvSource({ "baker, bakers", "loaf, loaf", "baking, baked" })
	void formsOfAnEnglishWordShareItsStem(String one, String other) {
		assertThat(ENGLISH.stems(one)).isNotEmpty().isEqualTo(ENGLISH.stems(other));
	}

	@ParameterizedTest
	@CsvSource({ "boulanger, boulangers", "légume, légumes", "l’élève, élèves", "Plat, plats" })
	void formsOfAFrenchWordShareItsStem(String one, String other) {
		assertThat(FRENCH.stems(one)).isNotEmpty().isEqualTo(FRENCH.stems(other));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "we bake | true", "to bake | true", "our bread | false", "the bake | false",
			"They Bake | false" })
	void anEnglishVerbFollowsItsPronoun(String text, boolean verb) {
		assertThat(ENGLISH.words(text).getLast().verb()).isEqualTo(verb);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "nous cuisons | true", "pour cuisiner | true", "notre pain | false",
			"pour hiver | false", "chez le boulanger | false" })
	void aFrenchVerbFollowsItsPronounOrPreposition(String text, boolean verb) {
		assertThat(FRENCH.words(text).getLast().verb()).isEqualTo(verb);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "with our bread | true", "flour bread | false", "bread | false" })
	void anEnglishNounFollowsItsArticleOrPreposition(String text, boolean noun) {
		assertThat(ENGLISH.words(text).getLast().noun()).isEqualTo(noun);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "avec nos pains | true", "l’école | true", "farine pain | false" })
	void aFrenchNounFollowsItsArticleOrPreposition(String text, boolean noun) {
		assertThat(FRENCH.words(text).getLast().noun()).isEqualTo(noun);
	}

	@Property
	void eachTokenIsWhereItSaysItIs(@ForAll String text) {
		assertThat(FRENCH.words(text))
			.allSatisfy((word) -> assertThat(text.substring(word.start(), word.end())).isEqualTo(word.text()));
		assertThat(ENGLISH.stems(text)).hasSizeLessThanOrEqualTo(ENGLISH.words(text).size());
	}

	@Test
	void whatJoinsTwoWordsDependsOnTheLanguage() {
		assertThat(FRENCH.joins(" de la ")).isTrue();
		assertThat(ENGLISH.joins(" de la ")).isFalse();
		assertThat(ENGLISH.joins("-")).isTrue();
		assertThat(FRENCH.joins(", ")).isFalse();
	}

	private static List<String> words(Vocabulary vocabulary, String text) {
		return vocabulary.words(text).stream().map(Word::text).toList();
	}

}
