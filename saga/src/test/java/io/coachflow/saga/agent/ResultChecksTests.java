package io.coachflow.saga.agent;

import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ResultChecksTests {

	private final ResultChecks checks = new ResultChecks();

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			value = { "~~ | empty", "~ ~ | empty", "12345678901 | 11 characters", "~ x~ | white space",
					"~<b>x</b>~ | HTML", "~a\nb~ | line breaks", "~a\u0007b~ | control characters",
					"~a\u202eb~ | control characters", "~a\ud800b~ | control characters" })
	void aLineIsShortAndPlain(String text, String problem) {
		this.checks.line("name", text, 10);

		assertThat(this.checks.violations()).isNotEmpty().allSatisfy((it) -> assertThat(it).startsWith("name"));
		assertThat(this.checks.violations()).anyMatch((it) -> it.contains(problem));
	}

	@Test
	void charactersAreCountedAndNotTheirHalves() {
		this.checks.line("name", "🥖".repeat(10), 10);
		this.checks.lines("text", "a\nb", 10);

		assertThat(this.checks.violations()).isEmpty();
	}

	@Test
	void whatIsNotThereIsFound() {
		this.checks.line("name", null, 10);

		assertThat(this.checks.violations()).containsExactly("name is empty");
		assertThat(this.checks.present("palette", null)).isFalse();
		assertThat(this.checks.present("palette", "x")).isTrue();
	}

	@Test
	void itemsAreCountedFromOne() {
		this.checks.each("risks", List.of("ok", " "), 1, 2, (where, text) -> this.checks.line(where, text, 10));

		assertThat(this.checks.violations()).allSatisfy((it) -> assertThat(it).startsWith("risks[2]"));
	}

	@Test
	void tooManyItemsAreOneViolationAndNotEachOfThem() {
		this.checks.each("risks", List.of(1, 2, 3, 4), 1, 2, (where, number) -> this.checks.expect(number < 3, where));

		assertThat(this.checks.violations()).containsExactly("risks has 4 items; 1 to 2 are allowed");
	}

	@Test
	void repeatedItemsAreFound() {
		this.checks.distinct("keywords", List.of("a", "b", "a"));

		assertThat(this.checks.violations()).containsExactly("keywords repeats an item");
	}

	@ParameterizedTest
	@CsvSource({ "0, true", "1, true", "0.5, true", "0.37, true", "0.375, false", "-0.01, false", "1.01, false",
			"NaN, false" })
	void aScoreIsFromZeroToOneInHundredths(double score, boolean good) {
		this.checks.number("score", score, 0, 1);

		assertThat(this.checks.violations().isEmpty()).isEqualTo(good);
	}

	@Test
	void aLotOfViolationsIsEnough() {
		for (int i = 0; i < 100; i++) {
			this.checks.expect(false, "violation " + i);
		}

		assertThat(this.checks.violations()).hasSize(30);
	}

	@Property
	void noTextIsQuoted(@ForAll String text) {
		ResultChecks checks = new ResultChecks();
		checks.line("name", "zq" + text + "\u202e<zq>", 10);

		assertThat(checks.violations()).isNotEmpty().noneMatch((violation) -> violation.contains("zq"));
	}

}
