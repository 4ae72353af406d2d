package io.coachflow.app.e2e;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

import io.coachflow.app.e2e.Caller.Answer;
import io.coachflow.contracts.schema.JsonSchemas;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the OpenAPI document of the running application says, to hold answers against.
 */
final class Description {

	private static final JsonMapper JSON = new JsonMapper();

	private final ObjectNode document;

	Description(RunningCoachflow coachflow) {
		this.document = (ObjectNode) coachflow.stranger().get("/v3/api-docs").json();
	}

	JsonNode document() {
		return this.document;
	}

	/** Every operation, with its {@code method} and its {@code path}. */
	List<ObjectNode> operations() {
		return this.document.get("paths")
			.propertyStream()
			.flatMap((path) -> path.getValue()
				.propertyStream()
				.map((call) -> ((ObjectNode) call.getValue()).put("method", call.getKey().toUpperCase(Locale.ROOT))
					.put("path", path.getKey())))
			.toList();
	}

	ObjectNode operation(String id) {
		return operations().stream()
			.filter((it) -> it.get("operationId").asString().equals(id))
			.findFirst()
			.orElseThrow();
	}

	/** The answer has a status, a type and a body that the operation is said to have. */
	void assertSays(String operation, Answer answer) {
		JsonNode response = operation(operation).at("/responses/" + answer.status());
		assertThat(response.isObject()).as("%s may answer %s", operation, answer).isTrue();
		if (answer.bytes().length == 0) {
			assertThat(response.has("content") && answer.status() == 200).as(operation).isFalse();
			return;
		}
		String type = answer.header("Content-Type").replaceFirst(";.*", "");
		JsonNode schema = response.path("content").path(type).path("schema");
		assertThat(schema.isObject()).as("%s may answer %s as %s", operation, answer.status(), type).isTrue();
		if (type.equals("application/json") || type.endsWith("+json")) {
			assertThat(flaws(schema, answer.text())).as("%s %s", operation, answer).isEmpty();
		}
		else {
			assertThat(schema.toString()).as(operation).isEqualTo("{\"type\":\"string\",\"format\":\"binary\"}");
		}
	}

	/** What is wrong by the schema; a field that it does not know is a flaw too. */
	List<String> flaws(JsonNode schema, String text) {
		ObjectNode whole = (ObjectNode) schema.deepCopy();
		ObjectNode components = whole.putObject("components").putObject("schemas");
		this.document.at("/components/schemas").forEachEntry((name, it) -> components.set(name, closed(it)));
		return JsonSchemas.flaws(whole.toString(), text);
	}

	/**
	 * Examples of all schemas, of all parameters and of all bodies, with their schemas.
	 */
	void forEachExample(ExampleVisitor visitor) {
		this.document.at("/components/schemas").forEachEntry((name, schema) -> {
			if (schema.has("example")) {
				visitor.visit(name, schema, schema.get("example"));
			}
		});
		for (ObjectNode operation : operations()) {
			String id = operation.get("operationId").asString();
			for (JsonNode parameter : operation.path("parameters")) {
				if (parameter.has("example")) {
					visitor.visit(id + " " + parameter.get("name"), parameter.get("schema"), parameter.get("example"));
				}
			}
			visit(id, operation.path("requestBody"), visitor);
			operation.get("responses").forEachEntry((status, response) -> visit(id + " " + status, response, visitor));
		}
	}

	private static void visit(String where, JsonNode body, ExampleVisitor visitor) {
		body.path("content").forEachEntry((type, content) -> {
			if (content.has("example")) {
				visitor.visit(where + " " + type, content.get("schema"), content.get("example"));
			}
			content.path("examples")
				.forEachEntry((name, it) -> visitor.visit(where + " " + type + " " + name, content.get("schema"),
						it.get("value")));
		});
	}

	private static JsonNode closed(JsonNode schema) {
		if (!schema.has("properties") || schema.has("additionalProperties")) {
			return schema;
		}
		return ((ObjectNode) schema.deepCopy()).put("additionalProperties", false);
	}

	/** All names in use, to find double ones. */
	TreeSet<String> operationIds() {
		TreeSet<String> ids = new TreeSet<>();
		operations().forEach((it) -> ids.add(it.get("operationId").asString()));
		return ids;
	}

	static String text(JsonNode example) {
		return JSON.writeValueAsString(example);
	}

	/** Sees one example. */
	interface ExampleVisitor {

		void visit(String where, JsonNode schema, JsonNode example);

	}

}
