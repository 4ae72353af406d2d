package io.coachflow.llm;

import java.util.Collections;
import java.util.List;

import io.coachflow.llm.AnswerParser.Reading;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class AnswerParserTests {

	private final AnswerParser parser = new AnswerParser();

	@Test
	void aGoodAnswerIsTheRecord() {
		Reading<Bakery> reading = read(Bakery.JSON);

		assertThat(reading.violations()).isEmpty();
		assertThat(reading.value()).isEqualTo(new Bakery("Au bon pain", 40, 0.8, true, Bakery.Flour.RYE,
				List.of("baguette", "miche"), List.of(new Bakery.Oven(240))));
	}

	@Test
	void capitalsAndFurtherFieldsDoNoHarm() {
		Reading<Bakery> reading = read(
				Bakery.JSON.replace("\"rye\"", "\"RYE\"").replace("\"loaves\"", "\"more\": 1, \"loaves\""));

		assertThat(reading.violations()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "[]", "null", "3", "\"text\"", "{} {}", "{", "```json\n{}\n```" })
	void anythingButOneObjectIsRefused(String text) {
		assertThat(read(text)).isEqualTo(Reading.failed("The answer is not one JSON object and nothing else."));
	}

	@Test
	void deepNestingIsRefused() {
		assertThat(read("{\"a\":".repeat(50) + "1" + "}".repeat(50)).violations()).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			value = { "\"loaves\": 40 | \"loaves\": null | loaves", "\"loaves\": 40 | \"loaves\": \"40\" | loaves",
					"\"loaves\": 40 | \"loafs\": 40 | loaves", "\"open\": true | \"open\": 1 | open",
					"\"rye\" | \"sawdust\" | flour", "\"miche\" | null | breads/1", "240 | \"hot\" | ovens/0/degrees" })
	void aWrongValueIsNamedByItsPlace(String good, String bad, String place) {
		Reading<Bakery> reading = read(Bakery.JSON.replace(good, bad));

		assertThat(reading.value()).isNull();
		assertThat(reading.violations()).singleElement().asString().contains("follow the schema").contains(place);
		assertThat(reading.violations()).noneMatch((violation) -> violation.contains("sawdust"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "\\u0000", "\\u0007", "\\u007f", "\\ud800" })
	void hiddenCharactersAreFoundWhereverTheyAre(String hidden) {
		assertThat(read(Bakery.JSON.replace("miche", "mi" + hidden + "che")).violations())
			.containsExactly("The text at /breads/1 holds control characters.");
	}

	@Test
	void linesAndTabsAreNoHiddenCharacters() {
		assertThat(read(Bakery.JSON.replace("miche", "mi\\n\\t\\r\\nche")).violations()).isEmpty();
	}

	@Test
	void whatTheCheckFindsIsToldWithinBounds() {
		Reading<Bakery> reading = this.parser.read(Bakery.JSON, Bakery.class,
				(_) -> Collections.nCopies(30, "x".repeat(400)));

		assertThat(reading.value()).isNotNull();
		assertThat(reading.violations()).hasSize(20).allSatisfy((violation) -> assertThat(violation).hasSize(300));
	}

	@Property
	void noTextDoesHarm(@ForAll String text) {
		assertThat(read(text).violations()).isNotEmpty();
	}

	private Reading<Bakery> read(String text) {
		return this.parser.read(text, Bakery.class, (_) -> List.of());
	}

}
