package io.coachflow.query.search;

import java.util.List;
import java.util.stream.Stream;

import io.coachflow.contracts.text.LongTexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What PostgreSQL makes of it is tried on the running service, in
 * {@code SessionSearchE2E}.
 */
class SearchWordsTests {

	private static final int MOST_BYTES = 1 << 20;

	private final SearchWords words = new SearchWords();

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "prix|prix/qualité", "pain|levain.pain", "qualité|<b>qualité</b>", "maison|‹maison›",
					"creperie|crêperie", "crêperie|creperie", "crêperies|CREPERIE", "cafe\u0301|café",
					"café|cafe\u0301", "terminer|terminée", "terminée|terminer", "créer|créée", "créée|créer",
					"renting|rents", "bakeries|bakery", "oeuvre|œuvres", "école|l’école", "λογοσ|ΛΟΓΟΣ",
					"istanbul|İSTANBUL", "3.5|3.5", "été|été" })
	void aWordIsFoundInItsOtherForms(String wanted, String written) {
		assertThat(found(wanted, written)).isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "pain|vin", "prix|priorité", "35|3.5", "the|the bread", "面|米饭" })
	void anotherIsNot(String wanted, String written) {
		assertThat(found(wanted, written)).isFalse();
	}

	@Test
	void anAnswerHasTheStemsOfItsOwnLanguage() {
		assertThat(this.words.vector("We are the bakeries of the town, and it is renting"))
			.isEqualTo("'we':1 'bakeri':4 'town':7 'rent':11");
		assertThat(this.words.vector("Nous avons des boulangeries dans la ville et les régions"))
			.isEqualTo("'boulanger':4 'vill':7 'region':10");
		assertThat(this.words.vector("The bakeries of Le Bureau")).contains("'bakeri':2 'baker':2");
	}

	/** Also where the stem is that of the other language. */
	@Test
	void eachWordOfAnAnswerIsFoundAsItIsWritten() {
		for (String answer : List.of(
				"We are the bakeries of the town, and it is for marketing boulangeries, crêperies and cafés",
				"Nous avons des boulangeries dans la ville et les régions, pour le marketing, startups créées")) {
			for (String word : answer.split("[ ,]+")) {
				assertThat(this.words.query(word).isEmpty() || found(word, answer)).as(word).isTrue();
			}
		}
	}

	@Test
	void aQueryIsReadAsInASearchEngine() {
		assertThat(this.words.query("bread jam")).isEqualTo("(('bread') & ('jam'))");
		assertThat(this.words.query("bread OR jam")).isEqualTo("(('bread')) | (('jam'))");
		assertThat(this.words.query("bread -renting")).isEqualTo("(('bread') & !(('rent' | 'renting')))");
		assertThat(this.words.query("\"bread of Dakar\"")).isEqualTo("(('bread') <2> ('dakar'))");
		assertThat(this.words.query("prix/café")).isEqualTo("(('prix') <1> ('cafe' | 'caf'))");
		assertThat(this.words.query("or the \"\" - -- \"the")).isEmpty();
		assertThat(this.words.query("'\"(&!:*\\")).isEmpty();
	}

	@Test
	void scriptsWithoutSpacesAreFoundByAnyPartOfThem() {
		assertThat(this.words.vector("我们烤面包")).isEqualTo("'我们':1 '们烤':2 '烤面':3 '面包':4 '包':5");
		assertThat(this.words.query("面包")).isEqualTo("(('面包'))");
		assertThat(this.words.query("烤面包")).isEqualTo("(('烤面') <1> ('面包'))");
		assertThat(this.words.query("烤")).isEqualTo("(('烤':*))");
		assertThat(this.words.query("ขนม")).isEqualTo("(('ขน') <1> ('นม'))");
	}

	@Test
	void noAnswerIsMoreThanPostgresqlTakes() {
		for (String part : new String[] { "a ", "面", "\uFDFA", "\uFDFB ", "e\u0301", "\u0301\u0323", "'\\", "x", "ﬃ1,",
				"𝔘 " }) {
			String vector = this.words.vector(part.repeat(10_000 / part.codePointCount(0, part.length())));

			assertThat(vector.length()).as(part).isLessThan(MOST_BYTES);
			assertThat(Stream.of(vector.split(":")).skip(1).map((it) -> it.split(" ")[0].split(",")))
				.allSatisfy((places) -> {
					assertThat(places).hasSizeLessThan(256);
					assertThat(places).allSatisfy((place) -> assertThat(Integer.parseInt(place)).isBetween(1, 16_383));
				});
		}
	}

	@Test
	void wordsAreReadInTheTimeThatTheAnswerIsLong() {
		LongTexts.assertTakeTheirTime(this.words::vector);
		LongTexts.assertTakeTheirTime(this.words::query);
	}

	/** Whether they share a form, as a query of one word asks. */
	private boolean found(String wanted, String written) {
		String vector = this.words.vector(written);
		return Stream.of(this.words.query(wanted).split("[ ()|]+"))
			.filter((form) -> !form.isEmpty())
			.anyMatch((form) -> vector.contains(form + ":"));
	}

}
