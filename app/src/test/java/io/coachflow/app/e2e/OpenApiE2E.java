package io.coachflow.app.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.coachflow.app.e2e.Caller.Answer;
import io.coachflow.contracts.enrichment.Agent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The published description of the interface: complete, true and the one that the
 * contracts carry.
 */
@ExtendWith(SharedCoachflow.class)
class OpenApiE2E {

	private static final JsonMapper JSON = new JsonMapper();

	private final RunningCoachflow coachflow;

	private final JsonNode document;

	OpenApiE2E(RunningCoachflow coachflow) {
		this.coachflow = coachflow;
		this.document = coachflow.stranger().get("/v3/api-docs").json();
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
				assertThat(call.get("responses").propertyNames()).contains("401", "403", "500", "503");
				call.get("responses").forEachEntry((status, response) -> {
					if (status.startsWith("2")) {
						return;
					}
					JsonNode content = response.at("/content/application~1json");
					assertThat(content.at("/schema/$ref").asString()).isEqualTo("#/components/schemas/ErrorResponse");
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
	void whatComesBackHasTheFieldsThatAreDescribed() {
		Caller demo = this.coachflow.demo();
		Answer started = demo.start(Map.of());
		String session = started.field("session_id");

		assertDescribed("CoachingResponse", started.json());
		assertDescribed("SessionResponse", demo.session(session).json());
		assertDescribed("SessionSummary", demo.get(Caller.COACHING + "/sessions").json().at("/sessions/0"));
		assertDescribed("SessionPage", demo.get(Caller.COACHING + "/sessions").json());
		assertDescribed("ErrorResponse", demo.session("x").json());
		CoachingSessionE2E.STEPS.forEach((step) -> demo.step(session, "We cook in Dakar for " + step));
		assertDescribed("CompletionResponse", demo.complete(session).json());
		assertDescribed("SessionResponse", demo.session(session).json());
		JsonNode businessPackage = demo.get(Caller.COACHING + "/session/" + session + "/package").json();
		assertDescribed("PackageResponse", businessPackage);
		businessPackage.get("agents").forEach((agent) -> assertDescribed("AgentView", agent));
		Caller auditor = this.coachflow.caller("auditor", "coaching:audit");
		assertDescribed("SessionVerification", auditor.get("/api/v1/audit/sessions/" + session + "/verify").json());
		assertDescribed("LogVerification", auditor.get("/api/v1/audit/verify").json());
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

		JsonNode flow = this.document.at("/components/securitySchemes/local_issuer/flows/clientCredentials");
		assertThat(flow.get("tokenUrl").asString()).isEqualTo("/oauth2/token");
		assertThat(flow.get("scopes").propertyNames()).containsExactlyInAnyOrder("coaching", "coaching:audit",
				"coaching:events", "coaching:analytics", "coaching:admin");
		assertThat(this.document.at("/components/securitySchemes/bearer/scheme").asString()).isEqualTo("bearer");
		assertThat(this.document.get("security").toString()).contains("bearer", "local_issuer");
	}

	private void assertDescribed(String type, JsonNode body) {
		JsonNode schema = this.document.at("/components/schemas/" + type);
		assertThat(schema.get("properties").propertyNames()).as(type)
			.containsExactlyInAnyOrderElementsOf(body.propertyNames());
		body.forEachEntry((field, value) -> {
			JsonNode property = schema.at("/properties/" + field);
			List<JsonNode> types = Stream
				.concat(Stream.of(property.path("type")),
						property.path("oneOf").valueStream().map((it) -> it.path("type")))
				.toList();
			assertThat(value.isNull()).as("%s.%s may be null: %s", type, field, types)
				.isIn(false, types.toString().contains("null"));
		});
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
