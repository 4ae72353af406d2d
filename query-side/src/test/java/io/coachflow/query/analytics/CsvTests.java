package io.coachflow.query.analytics;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CsvTests {

	@Test
	void rowsEndAsRfc4180HasIt() {
		assertThat(new Csv().row(List.of("day", "started")).row(List.of("2026-11-22", 12)))
			.hasToString("day,started\r\n2026-11-22,12\r\n");
	}

	@Test
	void nothingIsAnEmptyCell() {
		assertThat(new Csv().row(Arrays.asList("vision", null, null))).hasToString("vision,,\r\n");
	}

	@Test
	void whatWouldEndACellIsQuoted() {
		assertThat(new Csv().row(List.of("a,b", "say \"hi\"", "two\nlines", "two\r\nlines", "plain text")))
			.hasToString("\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",\"two\r\nlines\",plain text\r\n");
	}

	@ParameterizedTest
	@ValueSource(strings = { "=1+1", "+1", "-1", "@SUM(A1)" })
	void noTextIsAFormula(String text) {
		assertThat(new Csv().row(List.of(text))).hasToString("'" + text + "\r\n");
	}

	@Test
	void aFormulaWithACommaIsTextToo() {
		assertThat(new Csv().row(List.of("=SUM(A1,A2)", "\t=1"))).hasToString("\"'=SUM(A1,A2)\",'\t=1\r\n");
	}

	@Test
	void numbersStayNumbers() {
		assertThat(new Csv().row(List.of(-1, new BigDecimal("-0.25"), 12.5))).hasToString("-1,-0.25,12.5\r\n");
	}

}
