package io.coachflow.app.e2e;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import io.coachflow.app.e2e.Caller.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * What every error must look like.
 */
final class Refusal {

	private static final JsonMapper JSON = new JsonMapper();

	private Refusal() {
	}

	static void assertRefused(Answer answer, int status, String error) {
		assertThat(answer.status()).as("%s", answer).isEqualTo(status);
		assertOneShape(answer.header("Content-Type"), answer.bytes(), error);
	}

	static void assertRefused(RawHttp.Answer answer, int status, String error) {
		assertThat(answer.status()).as("%s", answer).isEqualTo(status);
		assertOneShape(answer.header("content-type"), answer.body(), error);
	}

	/** As RFC 9457 has it, with the same facts. */
	static void assertProblem(Answer answer, int status, String error) {
		assertThat(answer.status()).as("%s", answer).isEqualTo(status);
		assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
		JsonNode problem = answer.json();
		assertThat(problem.propertyNames()).containsExactlyInAnyOrder("type", "title", "status", "detail", "error",
				"timestamp");
		assertThat(problem.get("status").asInt()).isEqualTo(status);
		assertThat(problem.get("error").asString()).isEqualTo(error);
		assertThat(problem.get("detail").asString()).isNotBlank();
	}

	private static void assertOneShape(String contentType, byte[] body, String error) {
		String text = new String(body, StandardCharsets.UTF_8);
		assertThat(contentType).as(text).isEqualTo("application/json");
		JsonNode json = JSON.readTree(text);
		assertThat(json.propertyNames()).as(text).containsExactlyInAnyOrder("error", "message", "timestamp");
		assertThat(json.get("error").asString()).as(text).isEqualTo(error);
		assertThat(json.get("message").asString()).isNotBlank();
		assertThat(text).containsPattern("\"timestamp\":\\d{10}\\.\\d{3}[,}]");
		assertThat(json.get("timestamp").asDouble()).isCloseTo(Instant.now().toEpochMilli() / 1000.0, within(60.0));
		assertThat(text.toLowerCase()).doesNotContain("<html", "tomcat", "exception", "\tat ", "jackson",
				"springframework");
	}

}
