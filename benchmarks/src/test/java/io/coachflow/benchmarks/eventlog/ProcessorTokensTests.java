package io.coachflow.benchmarks.eventlog;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ProcessorTokensTests {

	@ParameterizedTest
	@CsvSource(delimiter = ';',
			value = { "{\"globalIndex\":42}; 42", "{\"index\":7,\"gaps\":[5,6]}; 7",
					"{\"tokenAtReset\":{\"globalIndex\":9},\"currentToken\":{\"globalIndex\":3}}; 3",
					"{\"tokenAtReset\":{\"globalIndex\":9},\"currentToken\":null}; -1", "{\"id\":\"x\"}; -1" })
	void readsThePositionOfEveryKindOfToken(String token, long index) {
		assertThat(ProcessorTokens.index(token.getBytes(StandardCharsets.UTF_8))).isEqualTo(index);
	}

	@Test
	void movesTheIndexAndForgetsGaps() {
		byte[] moved = ProcessorTokens.moved("{\"index\":7,\"gaps\":[5,6]}".getBytes(StandardCharsets.UTF_8), 100);
		assertThat(new String(moved, StandardCharsets.UTF_8)).isEqualTo("{\"index\":100,\"gaps\":[]}");
	}

}
