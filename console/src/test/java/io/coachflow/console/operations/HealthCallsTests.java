package io.coachflow.console.operations;

import java.util.Map;

import io.coachflow.console.api.ApiException;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

class HealthCallsTests {

	private static final String UP = "{\"status\": \"UP\"}";

	private static final int NOT_FOUND = 404;

	private static final int UNAVAILABLE = 503;

	@Test
	void whileAllIsWellOneCallTellsTheParts() {
		HealthView view = new HealthCalls((path) -> answer(Map.of("", """
				{"status": "UP", "components": {"db": {"status": "UP"}}}""", "/readiness", UP, "/self-audit", UP),
				path))
			.read();
		assertThat(view.components()).containsExactly(new HealthView.Component("db", "operations.component.db", "up"));
	}

	@Test
	void thePartThatIsNotWellIsFound() {
		HealthView view = new HealthCalls((path) -> answer(Map.of("/redis", UP, "/livenessState", UP, "", "DOWN", "/db",
				"DOWN", "/readiness", "DOWN", "/self-audit", "{\"status\": \"UNKNOWN\"}"), path))
			.read();
		assertThat(view.status()).isEqualTo("down");
		assertThat(view.readiness()).isEqualTo("down");
		assertThat(view.liveness()).isEqualTo("up");
		assertThat(view.components()).extracting(HealthView.Component::name, HealthView.Component::status)
			.containsExactly(tuple("db", "down"), tuple("redis", "up"), tuple("livenessState", "up"));
	}

	@Test
	void aServiceThatIsAwayIsNoHealth() {
		HealthCalls calls = new HealthCalls((_) -> {
			throw new ApiException(UNAVAILABLE, "SERVICE_UNAVAILABLE", "Away", null);
		});
		assertThatExceptionOfType(ApiException.class).isThrownBy(calls::read);
	}

	private static JsonNode answer(Map<String, String> answers, String path) {
		String answer = answers.get(path.substring("/actuator/health".length()));
		if (answer == null) {
			throw new ApiException(NOT_FOUND, "NOT_FOUND", "There is no such part", null);
		}
		if (answer.equals("DOWN")) {
			throw new ApiException(UNAVAILABLE, "HTTP_503", "Down", null);
		}
		return JsonMapper.shared().readTree(answer);
	}

}
