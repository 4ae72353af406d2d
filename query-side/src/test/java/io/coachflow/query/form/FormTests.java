package io.coachflow.query.form;

import java.util.List;

import io.coachflow.contracts.error.ApiException;
import io.coachflow.contracts.error.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class FormTests {

	private static final List<Form> OFFERED = List.of(Form.JSON, Form.MARKDOWN);

	@ParameterizedTest
	@CsvSource(delimiter = '>',
			value = { "*/* > JSON", "application/json > JSON", "text/markdown > MARKDOWN", "text/* > MARKDOWN",
					"text/markdown;q=0.5, application/json > JSON", "text/markdown, */*;q=0.1 > MARKDOWN",
					"application/problem+json > JSON", "text/html, application/problem+json > JSON",
					"application/json;q=0, */* > MARKDOWN", "text/html, */*;q=0.1 > JSON",
					"text/markdown, application/problem+json > MARKDOWN" })
	void acceptChoosesTheFormThatIsLikedBest(String accept, Form expected) {
		assertThat(Form.of(null, List.of(accept), OFFERED)).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '>',
			value = { "application/pdf > PDF", "application/zip > ZIP", "*/* > JSON", "application/* > JSON",
					"application/pdf, application/zip;q=0.9 > PDF", "text/html, application/pdf;q=0.5 > PDF" })
	void amongMoreFormsTheNamedOneIsChosen(String accept, Form expected) {
		assertThat(Form.of(null, List.of(accept), List.of(Form.JSON, Form.MARKDOWN, Form.PDF, Form.ZIP)))
			.isEqualTo(expected);
	}

	@Test
	void onlyTextHasACharacterSet() {
		assertThat(Form.MARKDOWN.contentType()).hasToString("text/markdown;charset=UTF-8");
		assertThat(Form.JSON.contentType()).hasToString("application/json");
		assertThat(Form.PDF.contentType()).hasToString("application/pdf");
		assertThat(Form.ZIP.contentType()).hasToString("application/zip");
	}

	@Test
	void withoutAWishItIsJson() {
		assertThat(Form.of(null, List.of(), OFFERED)).isEqualTo(Form.JSON);
	}

	@Test
	void theNameOutweighsAccept() {
		assertThat(Form.of("markdown", List.of("application/json"), OFFERED)).isEqualTo(Form.MARKDOWN);
		assertThat(Form.of("json", List.of("text/markdown"), OFFERED)).isEqualTo(Form.JSON);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "pdf", "csv", "markdown " })
	void anUnknownNameIsRefusedWithTheKnownOnes(String name) {
		assertThatExceptionOfType(ApiException.class).isThrownBy(() -> Form.of(name, List.of(), OFFERED))
			.withMessageContaining("json or markdown");
	}

	@ParameterizedTest
	@ValueSource(strings = { "text/html", "text/csv", "application/json;q=0", "nonsense", "image/*" })
	void whatCannotBeHadIsRefused(String accept) {
		assertThatExceptionOfType(ApiException.class).isThrownBy(() -> Form.of(null, List.of(accept), OFFERED))
			.satisfies((refusal) -> assertThat(refusal.code()).isEqualTo(ErrorCode.NOT_ACCEPTABLE));
		assertThat(Form.of("json", List.of(accept), OFFERED)).isEqualTo(Form.JSON);
	}

}
