package io.coachflow.app.e2e;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.coachflow.app.e2e.Caller.Answer;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Checks documents against JSON Schemas, and schemas against that of all schemas.
 */
final class PublishedSchemas {

	private static final SchemaRegistry REGISTRY = SchemaRegistry
		.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

	private static final String ALL_SCHEMAS = "{\"$ref\": \"https://json-schema.org/draft/2020-12/schema\"}";

	private static final String EVENTS = "/api/v1/events";

	private PublishedSchemas() {
	}

	/** What is wrong with the document by the schema, or with the schema itself. */
	static List<String> flaws(String schema, String document) {
		List<String> flaws = new ArrayList<>(check(REGISTRY.getSchema(ALL_SCHEMAS), schema));
		flaws.addAll(check(REGISTRY.getSchema(schema), document));
		return flaws;
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
					assertThat(flaws(schema.text(), event.get("data").toString())).as("%s", event).isEmpty();
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
		return check(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(schema), document);
	}

	private static List<String> check(Schema schema, String document) {
		return schema.validate(document, InputFormat.JSON).stream().map(Object::toString).toList();
	}

}
