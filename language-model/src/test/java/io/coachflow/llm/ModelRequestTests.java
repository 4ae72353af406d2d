package io.coachflow.llm;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ModelRequestTests {

	@ParameterizedTest
	@ValueSource(strings = { "", "two words", "ünlaut", "x/y" })
	void aPurposeIsAPlainName(String purpose) {
		assertThatIllegalArgumentException().isThrownBy(() -> request(purpose, Bakery.class, "PT1S", "PT0S", 1))
			.withMessageStartingWith("A purpose is");
		assertThatIllegalArgumentException().isThrownBy(() -> request("x".repeat(65), Bakery.class, "PT1S", "PT0S", 1));
	}

	@Test
	void onlyRecordsAreFilled() {
		assertThatIllegalArgumentException().isThrownBy(() -> request("x", String.class, "PT1S", "PT0S", 1))
			.withMessageContaining("java.lang.String");
	}

	@ParameterizedTest
	@CsvSource({ "PT0S, PT0S, 1", "PT-1S, PT0S, 1", "PT1S, PT-1S, 1", "PT1S, PT0S, 0" })
	void timeAndTokensAreNeeded(String deadline, String patience, int tokens) {
		assertThatIllegalArgumentException().isThrownBy(() -> request("x", Bakery.class, deadline, patience, tokens));
	}

	@Test
	void theLeastIsEnough() {
		assertThat(request("a_B-9", Bakery.class, "PT0.001S", "PT0S", 1).maxOutputTokens()).isEqualTo(1);
	}

	private static <T> ModelRequest<T> request(String purpose, Class<T> type, String deadline, String patience,
			int tokens) {
		return new ModelRequest<>(purpose, ModelFixture.PROMPT, type, (_) -> List.of(), "session",
				Duration.parse(deadline), Duration.parse(patience), tokens);
	}

}
