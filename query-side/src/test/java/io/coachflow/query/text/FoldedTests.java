package io.coachflow.query.text;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class FoldedTests {

	@ParameterizedTest
	@CsvSource({ "Le Café,le cafe", "LE CAFÉ,le cafe", "cafe\u0301,cafe", "Ÿ Ñ Ç,y n c", "İSTANBUL,istanbul",
			"Œuvre,oeuvre", "Straße,strasse", "STRASSE,strasse", "ΟΔΌΣ,οδοσ", "οδός,οδοσ", "ЁЛКА,елка",
			"100% A_b,100% a_b", "한국,한국", "ไทย,ไทย", "Aïssatou 🍲,aissatou 🍲" })
	void caseAndAccentsDoNotMatter(String text, String folded) {
		assertThat(Folded.of(text)).isEqualTo(folded);
		assertThat(Folded.of(folded)).isEqualTo(folded);
	}

	@Test
	void accentsAloneAreNothing() {
		assertThat(Folded.of("\u0301\u0300")).isEmpty();
	}

	@Test
	void aTowerOfAccentsIsFoldedAtOnce() {
		assertThat(Folded.of("a" + "\u0301\u0316".repeat(200_000))).isEqualTo("a");
	}

}
