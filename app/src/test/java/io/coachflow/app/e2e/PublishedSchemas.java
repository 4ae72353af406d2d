package io.coachflow.app.e2e;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.coachflow.app.e2e.Caller.Answer;
import io.coachflow.contracts.schema.JsonSchemas;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds what the application tells against the schemas that it publishes.
 */
final class PublishedSchemas {

	private static final String EVENTS = "/api/v1/events";

	private PublishedSchemas() {
	}

	/** Stops the application, all of whose events are as it publishes them. */
	static void assertKeptByAndStop(RunningCoachflow coachflow) throws IOException {
		try (coachflow) {
			assertKeptBy(coachflow, "");
		}
	}

	/**
	 * Holds every event that the application tells, to consumers and to auditors, against
	 * the schema that it publishes for it.
	 * @param after the cursor to begin behind; empty for the first event
	 * @return the cursor behind the last one
	 */
	static String assertKeptBy(RunningCoachflow coachflow, String after) {
		Map<String, Answer> schemas = new HashMap<>();
		String cursor = after;
		for (Caller caller : List.of(coachflow.caller("consumer", "coaching:events"),
				coachflow.caller("auditor", "coaching:audit"))) {
			cursor = after;
			Answer page = caller.get(EVENTS + "?limit=1000&after=" + cursor);
			while (!page.json().isEmpty()) {
				for (JsonNode event : page.json()) {
					Answer schema = schemas.computeIfAbsent(event.get("type").asString(),
							(type) -> caller.get(EVENTS + "/schemas/" + type));
					assertThat(schema.status()).as("%s", event).isEqualTo(200);
					assertThat(event.get("dataschema").asString()).isEqualTo(schema.json().get("$id").asString());
					assertThat(JsonSchemas.flaws(schema.text(), event.get("data").toString())).as("%s", event)
						.isEmpty();
				}
				cursor = page.header("Next-Cursor");
				page = caller.get(EVENTS + "?limit=1000&after=" + cursor);
			}
		}
		return cursor;
	}

	/** What is wrong with the document by the AsyncAPI Initiative's own schema. */
	static List<String> flawsOfAsyncApi(String document) throws IOException {
		String schema = new ClassPathResource("asyncapi-specs-6.11.1/3.0.0.json")
			.getContentAsString(StandardCharsets.UTF_8);
		return JsonSchemas.flawsByDraft7(schema, document);
	}

}
