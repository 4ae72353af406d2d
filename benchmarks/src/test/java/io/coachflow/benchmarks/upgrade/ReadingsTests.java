package io.coachflow.benchmarks.upgrade;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import io.coachflow.benchmarks.upgrade.Api.Seen;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class ReadingsTests {

	private final Set<String> newFields = new HashSet<>();

	@Test
	void anEqualBodyIsNoDifference() {
		assertThat(differences(200, "{\"answers\": 1}", 200, "{\"answers\": 1, \"choices\": []}")).isEmpty();
		assertThat(this.newFields).containsExactly("/choices");
	}

	@Test
	void anotherBodyIsOne() {
		assertThat(differences(200, "{\"answers\": 1}", 200, "{\"answers\": 2}")).asString()
			.contains("/session", "/answers");
	}

	@Test
	void soIsAnotherStatus() {
		assertThat(differences(200, "{}", 404, "{}")).asString().contains("status 404 instead of 200");
	}

	@Test
	void anErrorTellsTheTimeAndIsComparedByItsStatus() {
		assertThat(differences(404, "{\"timestamp\": 1}", 404, "{\"timestamp\": 2}")).isEmpty();
	}

	@Test
	void aBodyThatIsMissingNowIsOne() {
		assertThat(reading(200, "{}").differences(new Readings(Map.of()), this.newFields)).hasSize(1);
	}

	private Iterable<String> differences(int status, String body, int statusNow, String bodyNow) {
		return reading(status, body).differences(reading(statusNow, bodyNow), this.newFields);
	}

	private static Readings reading(int status, String body) {
		return new Readings(Map.of("/session", new Seen(status, JsonMapper.shared().readTree(body))));
	}

}
