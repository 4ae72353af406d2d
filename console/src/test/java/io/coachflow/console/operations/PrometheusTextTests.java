package io.coachflow.console.operations;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PrometheusTextTests {

	@Test
	void onlyTheWantedNamesAreRead() {
		assertThat(PrometheusText.parse("""
				# HELP a What it counts
				# TYPE a counter
				a 1.0
				a_b 2
				""", "a"::equals)).containsExactly(new Meter("a", Map.of(), 1));
	}

	@Test
	void labelsMayHaveWhatEndsThemElsewhere() {
		assertThat(parse("a{uri=\"/x/{id}\",text=\"a \\\"b\\\", \\\\ and\\nc\",} 1.7E9 1700000000"))
			.containsExactly(new Meter("a", Map.of("uri", "/x/{id}", "text", "a \"b\", \\ and\nc"), 1.7e9));
	}

	@Test
	void infinityAndNoNumberAreValues() {
		assertThat(parse("a +Inf\na -Inf\na NaN")).extracting(Meter::value)
			.containsExactly(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN);
	}

	@Test
	void anExemplarIsLeftOut() {
		assertThat(parse("a{le=\"1\"} 5 # {trace_id=\"x\"} 0.3")).extracting(Meter::value).containsExactly(5.0);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "a", "a{", "a{b=\"c}", "a{b=c} 1", "a one", "{} 1", "<script>" })
	void whatIsNotUnderstoodIsSkipped(String line) {
		assertThat(parse(line)).isEmpty();
	}

	@Test
	void aLongLabelIsRead() {
		String text = "\\\\x".repeat(50_000);
		assertThat(parse("a{b=\"" + text + "\"} 1")).singleElement()
			.satisfies((meter) -> assertThat(meter.label("b")).hasSize(100_000));
	}

	private static List<Meter> parse(String text) {
		return PrometheusText.parse(text, (_) -> true);
	}

}
