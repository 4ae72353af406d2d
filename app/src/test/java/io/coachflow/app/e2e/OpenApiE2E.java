package io.coachflow.app.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.coachflow.app.e2e.Caller.Answer;
import io.coachflow.contracts.enrichment.Agent;
import io.coachflow.contracts.error.ErrorCode;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The published description of the interface: complete, true and the one that the
 * contracts carry.
 */
@OnSharedCoachflow
class OpenApiE2E {

	private static final JsonMapper JSON = new JsonMapper();

	/** Of Java, TypeScript, Python, Go and C#, as far as a verb could be one. */
	private static final Set<String> RESERVED = Set.of("abstract", "as", "assert", "async", "await", "base", "break",
			"case", "catch", "chan", "checked", "class", "const", "continue", "default", "defer", "del", "delegate",
			"delete", "do", "else", "enum", "event", "except", "exec", "explicit", "export", "extends", "extern",
			"final", "finally", "fixed", "for", "foreach", "from", "func", "function", "global", "go", "goto", "if",
			"implements", "implicit", "import", "in", "interface", "internal", "is", "lambda", "let", "lock", "map",
			"namespace", "native", "new", "object", "operator", "out", "override", "package", "params", "pass", "print",
			"private", "protected", "public", "raise", "range", "ref", "return", "sealed", "select", "static", "struct",
			"super", "switch", "this", "throw", "transient", "try", "type", "typeof", "unchecked", "unsafe", "use",
			"using", "var", "virtual", "void", "volatile", "while", "with", "yield");

	private final RunningCoachflow coachflow;

	private final Description description;

	private final JsonNode document;

	OpenApiE2E(RunningCoachflow coachflow) {
		this.coachflow = coachflow;
		this.description = new Description(coachflow);
		this.document = this.description.document();
	}

	@Test
	void theContractsCarryTheDocumentThatRuns() throws IOException {
		Path running = Files.createDirectories(Path.of("target/openapi")).resolve("coachflow.json");
		Files.writeString(running, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this.document) + "\n");
		try (InputStream published = Objects
			.requireNonNull(getClass().getResourceAsStream("/openapi/coachflow.json"))) {
			assertThat(JSON.readTree(published))
				.as("The interface changed. If it was meant to: cp app/target/openapi/coachflow.json api-contracts/src/main/resources/openapi/coachflow.json")
				.isEqualTo(this.document);
		}
	}

	@Test
	void everyCallIsDescribedWithItsErrorsAndExamples() {
		assertThat(this.document.get("openapi").asString()).startsWith("3.1");
		assertThat(this.document.at("/servers/0/url").asString()).isEqualTo("/");
		assertThat(calls()).contains("post /api/v1/coaching/start", "post /api/v1/coaching/step",
				"post /api/v1/coaching/complete", "get /api/v1/coaching/session/{session_id}",
				"delete /api/v1/coaching/session/{session_id}", "get /api/v1/coaching/sessions",
				"get /api/v1/audit/sessions/{session_id}/verify", "get /api/v1/audit/sessions/{session_id}/export",
				"get /api/v1/audit/verify", "get /api/v1/audit/export",
				"get /api/v1/coaching/session/{session_id}/package",
				"get /api/v1/coaching/session/{session_id}/package/logo/{n}.svg",
				"get /api/v1/coaching/session/{session_id}/package/stream");
		for (JsonNode path : this.document.get("paths")) {
			for (JsonNode call : path) {
				assertThat(call.path("summary").asString()).isNotBlank();
				if (call.path("security").isMissingNode()) {
					assertThat(call.get("responses").propertyNames()).contains("401", "403");
				}
				assertThat(call.get("responses").propertyNames()).contains("500", "503");
				call.get("responses").forEachEntry((status, response) -> {
					if (status.startsWith("2")) {
						return;
					}
					JsonNode content = response.at("/content/application~1json");
					assertThat(content.at("/schema/$ref").asString()).isEqualTo("#/components/schemas/ErrorResponse");
					assertThat(response.at("/content/application~1problem+json/schema/$ref").asString())
						.isEqualTo("#/components/schemas/ProblemDetails");
					content.get("examples")
						.forEach((example) -> assertThat(example.get("value").propertyNames()).containsExactly("error",
								"message", "timestamp"));
				});
			}
		}
		for (String type : List.of("StartRequest", "StepRequest", "CompleteRequest", "CoachingResponse",
				"CompletionResponse", "SessionResponse", "SessionPage", "SessionVerification", "LogVerification",
				"PackageResponse", "AgentView", "AgentTransition", "ErrorResponse")) {
			JsonNode schema = this.document.at("/components/schemas/" + type);
			assertThat(schema.has("example") || type.equals("StartRequest")).as(type).isTrue();
		}
	}

	@Test
	void everyExampleIsAsItsSchemaSays() {
		this.description.forEachExample(
				(where, schema, example) -> assertThat(this.description.flaws(schema, Description.text(example)))
					.as("%s: %s", where, example)
					.isEmpty());
	}

	@Test
	void whatIsOptionalIsNotFilledInForAnybody() {
		for (ObjectNode operation : this.description.operations()) {
			for (JsonNode parameter : operation.path("parameters")) {
				if (!parameter.path("required").asBoolean()) {
					assertThat(List.of(parameter, parameter.get("schema"), parameter.at("/schema/items")))
						.as("%s %s", operation.get("operationId"), parameter.get("name"))
						.noneMatch((it) -> it.has("example") || it.has("examples") || it.has("default"));
				}
			}
		}
		assertThat(firstExample("start").isEmpty()).isTrue();
		assertThat(firstExample("step").propertyNames()).containsExactlyInAnyOrder("session_id", "user_response");
	}

	@Test
	void parametersHaveTheirTypesAndLimits() {
		for (ObjectNode operation : this.description.operations()) {
			for (JsonNode parameter : operation.path("parameters")) {
				JsonNode schema = parameter.get("schema");
				String where = operation.get("operationId") + " " + parameter.get("name");
				assertThat(schema.has("type")).as(where).isTrue();
				if (schema.get("type").asString().equals("integer")) {
					assertThat(schema.has("minimum")).as(where).isTrue();
				}
				switch (parameter.get("name").asString()) {
					case "limit" -> assertThat(schema.get("maximum").asInt()).as(where)
						.isEqualTo(operation.get("operationId").asString().equals("events") ? 1_000 : 100);
					case "wait" -> assertThat(schema.get("maximum").asInt()).isEqualTo(30);
					case "from", "to" -> assertThat(schema.get("format").asString()).as(where).isEqualTo("date");
					case "as_of_time", "started_from", "started_to" ->
						assertThat(schema.get("format").asString()).as(where).isEqualTo("date-time");
					case "format", "group_by", "agent", "status", "step" ->
						assertThat(schema.has("enum")).as(where).isTrue();
					default -> {
						// any text
					}
				}
			}
		}
	}

	@Test
	void everyOperationHasANameOfItsOwnThatNoLanguageReserves() {
		List<String> ids = this.description.operations()
			.stream()
			.map((it) -> it.get("operationId").asString())
			.toList();
		assertThat(ids).doesNotHaveDuplicates().doesNotContainAnyElementsOf(RESERVED);
	}

	@Test
	void whatIsOneOfSeveralKindsSaysSoWhereItIsMet() {
		JsonNode schemas = this.document.at("/components/schemas");
		assertThat(schemas.at("/AgentView/properties/result/oneOf/0/$ref").asString())
			.isEqualTo("#/components/schemas/AgentResult");
		assertThat(schemas.at("/AgentResult/oneOf")).hasSameSizeAs(Agent.values());
		schemas.at("/AgentResult/discriminator/mapping")
			.forEachEntry((kind,
					reference) -> assertThat(
							this.document.at(reference.asString().substring(1) + "/properties/kind/enum").toString())
						.isEqualTo("[\"" + kind + "\"]"));
	}

	@Test
	void errorsHaveTheirNamesInAClosedList() {
		assertThat(texts(this.document.at("/components/schemas/ErrorResponse/properties/error/enum")))
			.containsExactlyElementsOf(Arrays.stream(ErrorCode.values()).map(ErrorCode::wireName).distinct().toList());
	}

	@Test
	void whatIsNoJsonIsBytesAndWhatIsAListSaysOfWhat() {
		for (ObjectNode operation : this.description.operations()) {
			operation.get("responses").forEach((response) -> response.path("content").forEachEntry((type, content) -> {
				if (!type.endsWith("json")) {
					assertThat(content.at("/schema/format").asString()).as("%s", operation.get("operationId"))
						.isEqualTo("binary");
				}
			}));
		}
		assertThat(this.document
			.at("/paths/~1api~1v1~1events/get/responses/200/content/application~1cloudevents-batch+json/schema/items/$ref")
			.asString()).isEqualTo("#/components/schemas/CloudEvent");
	}

	@Test
	void stepsAndStatesHaveTheirNamesOnTheWire() {
		JsonNode schemas = this.document.at("/components/schemas");
		assertThat(texts(schemas.at("/StepRequest/properties/step/enum")))
			.containsExactlyElementsOf(CoachingSessionE2E.STEPS);
		assertThat(texts(schemas.at("/CoachingResponse/properties/status/enum"))).containsExactly("initialized",
				"in_progress", "completed", "expired");
		assertThat(schemas.at("/SessionResponse/properties").propertyNames()).contains("business_name", "city")
			.doesNotContain("business");
		assertThat(texts(schemas.at("/AgentView/properties/state/enum"))).containsExactly("pending", "running",
				"succeeded", "failed");
		assertThat(schemas.at("/AgentResult/discriminator/mapping").propertyNames())
			.containsExactlyInAnyOrderElementsOf(Arrays.stream(Agent.values()).map(Agent::id).toList());
		assertThat(texts(schemas.at("/Risk/required"))).containsExactlyInAnyOrder("risk", "mitigation");
		assertThat(texts(schemas.at("/StepRequest/required"))).containsExactlyInAnyOrder("session_id", "user_response");
	}

	@Test
	void headersAreDescribed() {
		JsonNode step = this.document.at("/paths/~1api~1v1~1coaching~1step/post");
		assertThat(step.get("parameters").valueStream().map((it) -> it.get("name").asString()))
			.contains("Idempotency-Key", "If-Match", "Accept-Language");
		assertThat(step.at("/responses/200/headers").propertyNames()).contains("ETag", "Content-Language",
				"Idempotency-Replayed");
		assertThat(step.at("/responses/503/headers").propertyNames()).contains("Retry-After");
		assertThat(step.at("/requestBody/content/application~1json/schema/$ref").asString())
			.isEqualTo("#/components/schemas/StepRequest");
	}

	@Test
	void swaggerUiLoadsAndCanFetchALocalToken() {
		Answer page = this.coachflow.stranger().get("/swagger-ui.html");
		assertThat(page.status()).isEqualTo(302);
		assertThat(page.header("Location")).isEqualTo("/swagger-ui/index.html");
		for (String part : List.of("index.html", "swagger-ui-bundle.js", "swagger-initializer.js", "swagger-ui.css")) {
			assertThat(this.coachflow.stranger().get("/swagger-ui/" + part).status()).isEqualTo(200);
		}
		assertThat(this.coachflow.stranger().get("/v3/api-docs/swagger-config").field("url")).isEqualTo("/v3/api-docs");

		JsonNode flow = this.document.at("/components/securitySchemes/authorization_server/flows/clientCredentials");
		assertThat(flow.get("tokenUrl").asString()).isEqualTo("/oauth2/token");
		assertThat(flow.get("scopes").propertyNames()).containsExactlyInAnyOrder("coaching", "coaching:audit",
				"coaching:events", "coaching:analytics", "coaching:admin");
		assertThat(this.document.at("/components/securitySchemes/bearer/scheme").asString()).isEqualTo("bearer");
		assertThat(this.document.get("security").toString()).contains("bearer", "authorization_server");
		// openapi-generator's client for fetch lets the last by the alphabet win
		assertThat(this.document.at("/components/securitySchemes").propertyNames().stream().max(String::compareTo))
			.contains("bearer");
	}

	/** The first is the one that Swagger UI fills in. */
	private JsonNode firstExample(String operation) {
		JsonNode content = this.description.operation(operation).at("/requestBody/content/application~1json");
		return content.has("examples") ? content.get("examples").iterator().next().get("value")
				: this.document.at(content.at("/schema/$ref").asString().substring(1)).get("example");
	}

	private Set<String> calls() {
		Set<String> calls = new TreeSet<>();
		this.document.get("paths")
			.forEachEntry(
					(path, methods) -> methods.propertyNames().forEach((method) -> calls.add(method + " " + path)));
		return calls;
	}

	private static List<String> texts(JsonNode array) {
		return array.valueStream().map(JsonNode::asString).collect(Collectors.toList());
	}

}
