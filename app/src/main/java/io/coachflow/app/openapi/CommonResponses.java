package io.coachflow.app.openapi;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import io.coachflow.contracts.error.ErrorCode;
import io.coachflow.contracts.rest.AgentTransition;
import io.coachflow.contracts.rest.ErrorResponse;
import io.coachflow.contracts.rest.IfMatch;
import io.coachflow.contracts.rest.ProblemDetails;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Adds to each call what follows from its form: the errors that it can meet, the headers
 * that go with a key, a language or a sequence, and how to take what is no JSON.
 */
@Component
@Order(0)
class CommonResponses implements OpenApiCustomizer {

	private static final String JSON = "application/json";

	private static final String PROBLEM = "application/problem+json";

	private static final BigDecimal TIMESTAMP = new BigDecimal("1795348800.123");

	@Override
	public void customise(OpenAPI document) {
		List<String> names = Arrays.stream(ErrorCode.values()).map(ErrorCode::wireName).distinct().toList();
		for (Class<?> type : List.of(ErrorResponse.class, ProblemDetails.class)) {
			ModelConverters.getInstance(true).read(type).forEach((name, schema) -> {
				schema.addProperty("error", new StringSchema()._enum(names));
				document.getComponents().addSchemas(name, schema);
			});
		}
		// Met in streams alone, whose form a schema cannot describe
		ModelConverters.getInstance(true)
			.read(AgentTransition.class)
			.forEach((name, schema) -> document.getComponents().addSchemas(name, schema));
		document.getPaths().values().forEach((path) -> path.readOperationsMap().forEach(CommonResponses::condition));
		document.getPaths().values().stream().flatMap((path) -> path.readOperations().stream()).forEach(this::complete);
	}

	/**
	 * Every changing call honours the header, whether what it changes has tags or not.
	 */
	private static void condition(PathItem.HttpMethod method, Operation operation) {
		if (method != PathItem.HttpMethod.GET && !has(operation, IfMatch.NAME)) {
			operation.addParametersItem(new HeaderParameter().name(IfMatch.NAME)
				.description("What this call changes has no ETag: * is taken, and any tag refused with 412.")
				.schema(new StringSchema()));
		}
	}

	private void complete(Operation operation) {
		boolean keyed = has(operation, "Idempotency-Key");
		ApiResponse success = operation.getResponses().get("200");
		if (keyed) {
			operation.addParametersItem(new HeaderParameter().name("Accept-Language")
				.description("The coach's language: en, or fr. By default en.")
				.schema(new JsonSchema().typesItem("string")));
		}
		if (success != null && keyed) {
			success.addHeaderObject("Idempotency-Replayed",
					header("true where this is the answer of an earlier request with the same key", "true"));
		}
		if (success != null && operation.getTags().contains("Coaching") && (keyed || ofSession(operation))) {
			success.addHeaderObject("ETag", header("The sequence of the session's last event, for If-Match", "\"2\""));
			success.addHeaderObject("Content-Language", header("The language of the coach's words: en or fr", "en"));
		}
		if (success != null && isPackage(operation)) {
			success.addHeaderObject("Content-Language", header("The language of the package: en or fr", "en"));
		}
		operation.getResponses().values().forEach(CommonResponses::asBytesUnlessJson);
		errors(operation).forEach((code) -> add(operation, code));
		ApiResponse stranger = operation.getResponses().get("401");
		if (stranger != null) {
			stranger.addHeaderObject("WWW-Authenticate",
					header("As RFC 6750 has it", "Bearer error=\"invalid_token\""));
		}
		for (String status : List.of("429", "503")) {
			ApiResponse busy = operation.getResponses().get(status);
			if (busy != null) {
				busy.addHeaderObject("Retry-After", header("In seconds", "2"));
			}
		}
	}

	/** Generated clients read every text as JSON that is not said to be bytes. */
	private static void asBytesUnlessJson(ApiResponse response) {
		if (response.getContent() != null) {
			response.getContent().forEach((type, content) -> {
				if (!type.equals(JSON) && !type.endsWith("+json")) {
					content.setSchema(new JsonSchema().typesItem("string").format("binary"));
				}
			});
		}
	}

	private static Stream<ErrorCode> errors(Operation operation) {
		boolean body = operation.getRequestBody() != null;
		boolean session = body || ofSession(operation);
		boolean keyed = has(operation, "Idempotency-Key");
		boolean answers = "step".equals(operation.getOperationId());
		boolean conditional = has(operation, IfMatch.NAME);
		boolean open = operation.getSecurity() != null && operation.getSecurity().isEmpty();
		return Stream.of(ErrorCode.values()).filter((code) -> switch (code) {
			case INVALID_REQUEST -> body || conditional || has(operation, "Last-Event-ID")
					|| parameters(operation).anyMatch((it) -> "query".equals(it.getIn()));
			case NOT_FOUND -> isPackage(operation) || pathNames(operation, "name", "id", "type");
			case INVALID_STEP -> answers || "complete".equals(operation.getOperationId());
			case SESSION_NOT_FOUND -> session;
			case SESSION_EXPIRED -> answers || "complete".equals(operation.getOperationId());
			case CONFLICT ->
				keyed || "verifyLog".equals(operation.getOperationId()) || pathNames(operation, "name", "agent");
			case RATE_LIMITED -> "events".equals(operation.getOperationId());
			case PRECONDITION_FAILED -> conditional;
			case PAYLOAD_TOO_LARGE, UNSUPPORTED_MEDIA_TYPE -> body;
			case IDEMPOTENCY_KEY_REUSED -> keyed;
			case UNAUTHORIZED, FORBIDDEN -> !open;
			case NOT_ACCEPTABLE, INTERNAL_ERROR, SERVICE_UNAVAILABLE -> true;
			default -> false;
		});
	}

	private static void add(Operation operation, ErrorCode code) {
		ApiResponse response = operation.getResponses()
			.computeIfAbsent(Integer.toString(code.status()),
					(_) -> new ApiResponse().description("")
						.content(new Content().addMediaType(JSON, of(ErrorResponse.class))
							.addMediaType(PROBLEM, of(ProblemDetails.class))));
		response.setDescription((response.getDescription() + ", " + code.wireName()).replaceFirst("^, ", ""));
		Objects.requireNonNull(response.getContent().get(JSON), "Errors are JSON")
			.addExamples(code.wireName(), new Example().value(example(code, ErrorExamples.message(operation, code))));
	}

	private static MediaType of(Class<?> type) {
		return new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + type.getSimpleName()));
	}

	/** In the order of the fields, so that the document is the same each time. */
	private static Map<String, Object> example(ErrorCode code, String message) {
		Map<String, Object> example = new LinkedHashMap<>();
		example.put("error", code.wireName());
		example.put("message", message);
		example.put("timestamp", TIMESTAMP);
		return example;
	}

	private static boolean ofSession(Operation operation) {
		return pathNames(operation, "session_id");
	}

	private static boolean pathNames(Operation operation, String... any) {
		return parameters(operation).anyMatch((it) -> "path".equals(it.getIn()) && List.of(any).contains(it.getName()));
	}

	/** Its sequence is another than the session's. */
	private static boolean isPackage(Operation operation) {
		return operation.getTags().contains("Business package");
	}

	private static boolean has(Operation operation, String parameter) {
		return parameters(operation).anyMatch((it) -> parameter.equals(it.getName()));
	}

	private static Stream<Parameter> parameters(Operation operation) {
		return Stream.ofNullable(operation.getParameters()).flatMap(List::stream);
	}

	private static Header header(String description, String example) {
		return new Header().description(description).schema(new StringSchema().example(example));
	}

}
