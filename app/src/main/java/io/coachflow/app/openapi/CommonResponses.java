package io.coachflow.app.openapi;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.coachflow.contracts.error.ErrorCode;
import io.coachflow.contracts.rest.ErrorResponse;
import io.coachflow.contracts.rest.IdempotencyKeyHeader;
import io.coachflow.contracts.rest.IfMatch;
import io.coachflow.contracts.rest.ProblemDetails;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;

/**
 * Adds to each operation its errors, and the headers that go with an idempotency key, a
 * language or a sequence, and describes content other than JSON as bytes.
 */
@Component
class CommonResponses implements OperationCustomizer {

	private static final String JSON = "application/json";

	private static final String PROBLEM = "application/problem+json";

	private static final BigDecimal TIMESTAMP = new BigDecimal("1795348800.123");

	@Override
	public Operation customize(Operation operation, HandlerMethod method) {
		Parameters parameters = new Parameters(operation);
		if (changesState(method) && !parameters.has(IfMatch.NAME)) {
			operation.addParametersItem(new HeaderParameter().name(IfMatch.NAME)
				.description("What this call changes has no ETag: * is taken, and any tag refused with 412.")
				.schema(new StringSchema()));
		}
		if (parameters.has(IdempotencyKeyHeader.NAME)) {
			operation.addParametersItem(new HeaderParameter().name("Accept-Language")
				.description("The coach's language: en, or fr. By default en.")
				.schema(new JsonSchema().typesItem("string")));
		}
		ApiResponse success = operation.getResponses().get("200");
		if (success != null) {
			addHeaders(success, operation, parameters);
		}
		operation.getResponses().values().forEach(CommonResponses::asBytesUnlessJson);
		OperationErrors.of(operation, method).forEach((code, example) -> add(operation, code, example));
		addErrorHeaders(operation);
		return operation;
	}

	/** Every changing call honours If-Match, whether what it changes has tags or not. */
	private static boolean changesState(HandlerMethod method) {
		RequestMapping mapping = Objects.requireNonNull(method.getMethodAnnotation(RequestMapping.class));
		return !List.of(mapping.method()).contains(RequestMethod.GET);
	}

	private static void addHeaders(ApiResponse success, Operation operation, Parameters parameters) {
		boolean keyed = parameters.has(IdempotencyKeyHeader.NAME);
		if (keyed) {
			success.addHeaderObject("Idempotency-Replayed",
					header("true where this is the answer of an earlier request with the same key", "true"));
		}
		if (operation.getTags().contains("Coaching") && (keyed || parameters.hasInPath("session_id"))) {
			success.addHeaderObject("ETag", header("The sequence of the session's last event, for If-Match", "\"2\""));
			success.addHeaderObject("Content-Language", header("The language of the coach's words: en or fr", "en"));
		}
		if (operation.getTags().contains("Business package")) {
			success.addHeaderObject("Content-Language", header("The language of the package: en or fr", "en"));
		}
	}

	private static void addErrorHeaders(Operation operation) {
		ApiResponse unauthorized = operation.getResponses().get("401");
		if (unauthorized != null) {
			unauthorized.addHeaderObject("WWW-Authenticate",
					header("As RFC 6750 has it", "Bearer error=\"invalid_token\""));
		}
		for (String status : List.of("429", "503")) {
			ApiResponse busy = operation.getResponses().get(status);
			if (busy != null) {
				busy.addHeaderObject("Retry-After", header("In seconds", "2"));
			}
		}
	}

	/** Generated clients read text as JSON, unless the document says that it is bytes. */
	private static void asBytesUnlessJson(ApiResponse response) {
		if (response.getContent() != null) {
			response.getContent().forEach((type, content) -> {
				if (!type.equals(JSON) && !type.endsWith("+json")) {
					content.setSchema(new JsonSchema().typesItem("string").format("binary"));
				}
			});
		}
	}

	private static void add(Operation operation, ErrorCode code, String message) {
		ApiResponse response = operation.getResponses()
			.computeIfAbsent(Integer.toString(code.status()),
					(_) -> new ApiResponse().description("")
						.content(new Content().addMediaType(JSON, of(ErrorResponse.class))
							.addMediaType(PROBLEM, of(ProblemDetails.class))));
		response.setDescription((response.getDescription() + ", " + code.wireName()).replaceFirst("^, ", ""));
		Objects.requireNonNull(response.getContent().get(JSON), "Errors are JSON")
			.addExamples(code.wireName(), new Example().value(example(code, message)));
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

	private static Header header(String description, String example) {
		return new Header().description(description).schema(new StringSchema().example(example));
	}

}
