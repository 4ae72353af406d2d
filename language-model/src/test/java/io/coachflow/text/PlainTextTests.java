package io.coachflow.text;

import java.util.List;
import java.util.Locale;

import io.coachflow.contracts.text.LongTexts;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PlainTextTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			value = { "<b>Our</b> bread | Our bread", "5 < 6 and 7 > 6 | 5 < 6 and 7 > 6",
					"Before<script>alert('x')</script>After | Before After", "a <!-- hidden --> b | a b",
					"<style>p{color:red}</style>Bread | Bread", "**Bold** and `code` | Bold and code",
					"[our site](https://example.org) | our site", "2 * 3 = 6 | 2 * 3 = 6",
					"<script>never closed | never closed", "Cafe\u0301 | Café", "a\u202Egnp.exe | agnp.exe",
					"# Title | Title", "- first | first" })
	void showsWhatAPersonWouldRead(String typed, String plain) {
		assertThat(PlainText.of(typed)).isEqualTo(plain);
	}

	@ParameterizedTest
	@CsvSource({ "' '", "<br>", "'\u200b\u202e'", "<!-- x -->", "'\u0000'" })
	void isEmptyWhereNothingIsLeft(String typed) {
		assertThat(PlainText.of(typed)).isEmpty();
	}

	@Property
	void isOneLineWithoutControlCharacters(@ForAll String typed) {
		assertThat(PlainText.of(typed).codePoints()).noneMatch(Character::isISOControl)
			.noneMatch(PlainText::turns)
			.noneMatch((character) -> Character.getType(character) == Character.SURROGATE);
		assertThat(PlainText.of(typed)).isEqualTo(PlainText.of(typed).strip());
	}

	@Test
	void sentencesEndWithSentencesLinesAndItems() {
		assertThat(PlainText.sentences("We bake. We sell!\n- bread\n- cakes", Locale.ENGLISH))
			.containsExactly("We bake.", "We sell!", "bread", "cakes");
		assertThat(PlainText.sentences(" \n<br>\n", Locale.FRENCH)).isEmpty();
	}

	@Property
	void sentencesAreNeverBlank(@ForAll String typed) {
		assertThat(PlainText.sentences(typed, Locale.FRENCH)).allSatisfy((text) -> assertThat(text).isNotBlank());
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '~', value = { "bread and cake|20|bread and cake", "bread and cake|14|bread and cake",
			"bread and cake|13|bread and…", "bread, cake|8|bread…", "unbelievable|6|unbel…", "👩‍🍳👩‍🍳|4|👩‍🍳…" },
			delimiter = '|')
	void isCutBetweenWords(String text, int longest, String cut) {
		assertThat(PlainText.shortened(text, longest)).isEqualTo(cut);
	}

	@Property
	void aCutTextIsNoLongerThanAllowed(@ForAll String text, @ForAll @IntRange(min = 1, max = 50) int longest) {
		String cut = PlainText.shortened(text, longest);

		assertThat(cut.codePointCount(0, cut.length())).isLessThanOrEqualTo(longest);
		if (text.codePointCount(0, text.length()) <= longest) {
			assertThat(cut).isEqualTo(text);
		}
	}

	@Property
	void lowerCaseIsThatOfEachCharacter(@ForAll String text) {
		assertThat(PlainText.lower(text).codePoints().boxed().toList())
			.isEqualTo(text.codePoints().map(Character::toLowerCase).boxed().toList());
	}

	@Test
	void knowsWhatTurnsTheDirection() {
		assertThat("\u202A\u202E\u2066\u2069".codePoints()).allMatch(PlainText::turns);
		assertThat(List.of((int) 'a', 0x2029, 0x202F, 0x2065, 0x206A)).noneMatch(PlainText::turns);
	}

	@Test
	void takesNoLongerThanTheTextIsLong() {
		LongTexts.assertTakeTheirTime((text) -> PlainText.sentences(text, Locale.FRENCH));
	}

}
