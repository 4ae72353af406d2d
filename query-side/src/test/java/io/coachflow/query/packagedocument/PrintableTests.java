package io.coachflow.query.packagedocument;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PrintableTests {

	@ParameterizedTest
	@CsvSource(delimiter = '>', ignoreLeadingAndTrailingWhitespace = false,
			value = { "Œuvre d’été : 3 € → « x » Ŋaay Ωж>Œuvre d’été : 3 € → « x » Ŋaay Ωж", "e\u0301te\u0301>été",
					"北京>□□", "\uD83C\uDF72\uFE0F x>□ x", "a\u200Db\u202E>ab", "1\u202F234>1\u00A0234",
					"\u0645\u0631>□□" })
	void whatTheTypefacesLackIsReplaced(String text, String expected) {
		assertThat(Printable.of(text)).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "'# A\n\n- b\tc\n\n| d | e |\n| --- | --- |\n'" })
	void theMarksOfMarkdownStay(String markdown) {
		assertThat(Printable.of(markdown)).isEqualTo(markdown);
	}

}
