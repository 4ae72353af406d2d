package io.coachflow.text;

import io.coachflow.contracts.text.LongTexts;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class FoldingTests {

	@ParameterizedTest
	@CsvSource({ "Pâtisserie, patisserie", "ÉBÉNISTERIE, ebenisterie", "Dvořák, dvorak", "İstanbul, istanbul",
			"ÅNGSTRÖM, angstrom", "œuvre, œuvre", "ΑΣ, ασ", "中文, 中文", "l'École, l'ecole" })
	void takesAccentsAndCapitalsAway(String text, String folded) {
		assertThat(Folding.of(text)).isEqualTo(folded);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Pâtisserie-café", " pa\u0302tisserie café ", "PÂTISSERIE / CAFÉ!", "«pâtisserie»  café" })
	void leavesTheWordsAlone(String text) {
		assertThat(Folding.words(text)).isEqualTo("patisserie cafe");
	}

	@Property
	void whatIsFoldedStaysAsItIs(@ForAll String text) {
		assertThat(Folding.of(Folding.of(text))).isEqualTo(Folding.of(text));
		assertThat(Folding.words(Folding.words(text))).isEqualTo(Folding.words(text));
	}

	@Property
	void wordsAreLettersDigitsAndSingleSpaces(@ForAll String text) {
		assertThat(Folding.words(text)).matches("(?:[\\p{L}\\p{N}]+(?: [\\p{L}\\p{N}]+)*)?");
	}

	@Test
	void takesNoLongerThanTheTextIsLong() {
		LongTexts.assertTakeTheirTime(Folding::words);
	}

}
