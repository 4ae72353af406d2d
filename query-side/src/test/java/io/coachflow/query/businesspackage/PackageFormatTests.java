package io.coachflow.query.businesspackage;

import java.util.List;

import io.coachflow.contracts.error.ApiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PackageFormatTests {

	@ParameterizedTest
	@CsvSource(delimiter = '>',
			value = { "*/* > JSON", "application/json > JSON", "text/markdown > MARKDOWN", "text/* > MARKDOWN",
					"text/markdown;q=0.5, application/json > JSON", "text/markdown, */*;q=0.1 > MARKDOWN",
					"application/problem+json > JSON", "text/markdown, application/problem+json > MARKDOWN" })
	void acceptChoosesTheFormThatIsLikedBest(String accept, PackageFormat expected) {
		assertThat(PackageFormat.of(null, List.of(accept))).isEqualTo(expected);
	}

	@Test
	void withoutAWishItIsJson() {
		assertThat(PackageFormat.of(null, List.of())).isEqualTo(PackageFormat.JSON);
	}

	@Test
	void theNameOutweighsAccept() {
		assertThat(PackageFormat.of("markdown", List.of("application/json"))).isEqualTo(PackageFormat.MARKDOWN);
		assertThat(PackageFormat.of("json", List.of("text/markdown"))).isEqualTo(PackageFormat.JSON);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "pdf", "JSON", "markdown " })
	void anUnknownNameIsRefusedWithTheKnownOnes(String name) {
		assertThatExceptionOfType(ApiException.class).isThrownBy(() -> PackageFormat.of(name, List.of()))
			.withMessageContaining("json or markdown");
	}

}
