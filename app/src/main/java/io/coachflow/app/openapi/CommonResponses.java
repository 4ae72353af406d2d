package io.coachflow.app.openapi;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import io.coachflow.contracts.error.ErrorCode;
import io.coachflow.contracts.rest.ErrorResponse;
import io.coachflow.contracts.rest.IfMatch;
import io.coachflow.contracts.session.Requester.Idempotency;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
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
 * Adds to each call what follows from its form: the errors that it can meet, and the
 * headers that go with a key, a language or a sequence.
 */
@Component
@Order(0)
class CommonResponses implements OpenApiCustomizer {

	private static final String ERROR_SCHEMA = "#/components/schemas/ErrorResponse";

	private static final BigDecimal TIMESTAMP = new BigDecimal("1795348800.123");

	private static final Map<ErrorCode, String> MESSAGES = new EnumMap<>(Map.ofEntries(
			Map.entry(ErrorCode.INVALID_REQUEST, "user_response is blank: send the answer to the current step."),
			Map.entry(ErrorCode.INVALID_STEP, "The session is at the step vision, not at offre. Answer vision next."),
			Map.entry(ErrorCode.UNAUTHORIZED, "Send a token: Authorization: Bearer <JWT>."),
			Map.entry(ErrorCode.FORBIDDEN, "This session belongs to somebody else."),
			Map.entry(ErrorCode.SESSION_NOT_FOUND,
					"There is no such session. Start one with POST /api/v1/coaching/start."),
			Map.entry(ErrorCode.SESSION_EXPIRED,
					"This session has expired. Send its id to POST /api/v1/coaching/start to go on where it stood."),
			Map.entry(ErrorCode.NOT_FOUND,
					"The session is not completed, so there is no package yet: answer its remaining steps."),
			Map.entry(ErrorCode.NOT_ACCEPTABLE,
					"This is not to be had as Accept asks for it: mend the header, see /swagger-ui.html."),
			Map.entry(ErrorCode.CONFLICT, "The session changed at the same moment. Read it and decide again."),
			Map.entry(ErrorCode.PRECONDITION_FAILED,
					"The session is at sequence 3, which If-Match does not name. Read the session and decide again."),
			Map.entry(ErrorCode.PAYLOAD_TOO_LARGE, "The body is too large: at most 64 KiB."),
			Map.entry(ErrorCode.UNSUPPORTED_MEDIA_TYPE, "Send the body as Content-Type: application/json."),
			Map.entry(ErrorCode.IDEMPOTENCY_KEY_REUSED, Idempotency.REUSED),
			Map.entry(ErrorCode.RATE_LIMITED,
					"Too many consumers follow this node: come back in a moment, with the same cursor."),
			Map.entry(ErrorCode.INTERNAL_ERROR,
					"Something went wrong on our side. Try again; if it persists, tell the operator the time."),
			Map.entry(ErrorCode.SERVICE_UNAVAILABLE,
					"The event store cannot be reached. Whether the request took effect is unknown: repeat it with the same Idempotency-Key.")));

	@Override
	public void customise(OpenAPI document) {
		ModelConverters.getInstance(true)
			.read(ErrorResponse.class)
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
				.description("The coach's language: en, or fr.")
				.example("fr")
				.schema(new StringSchema()._default("en")));
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
		errors(operation).forEach((code) -> add(operation, code));
		operation.getResponses()
			.get("401")
			.addHeaderObject("WWW-Authenticate", header("As RFC 6750 has it", "Bearer error=\"invalid_token\""));
		for (String status : List.of("429", "503")) {
			ApiResponse busy = operation.getResponses().get(status);
			if (busy != null) {
				busy.addHeaderObject("Retry-After", header("In seconds", "2"));
			}
		}
	}

	private static Stream<ErrorCode> errors(Operation operation) {
		boolean body = operation.getRequestBody() != null;
		boolean session = body || ofSession(operation);
		boolean keyed = has(operation, "Idempotency-Key");
		boolean answers = "step".equals(operation.getOperationId());
		boolean conditional = has(operation, IfMatch.NAME);
		return Stream.of(ErrorCode.values()).filter((code) -> switch (code) {
			case INVALID_REQUEST -> body || conditional || has(operation, "Last-Event-ID")
					|| parameters(operation).anyMatch((it) -> "query".equals(it.getIn()));
			case NOT_FOUND -> isPackage(operation) || pathNames(operation, "name", "id", "type");
			case INVALID_STEP -> answers || "complete".equals(operation.getOperationId());
			case SESSION_NOT_FOUND -> session;
			case SESSION_EXPIRED -> answers || "complete".equals(operation.getOperationId());
			case CONFLICT -> keyed || "verifyLog".equals(operation.getOperationId()) || pathNames(operation, "name");
			case RATE_LIMITED -> "events".equals(operation.getOperationId());
			case PRECONDITION_FAILED -> conditional;
			case PAYLOAD_TOO_LARGE, UNSUPPORTED_MEDIA_TYPE -> body;
			case IDEMPOTENCY_KEY_REUSED -> keyed;
			case UNAUTHORIZED, FORBIDDEN, NOT_ACCEPTABLE, INTERNAL_ERROR, SERVICE_UNAVAILABLE -> true;
			default -> false;
		});
	}

	private static void add(Operation operation, ErrorCode code) {
		ApiResponse response = operation.getResponses()
			.computeIfAbsent(Integer.toString(code.status()),
					(_) -> new ApiResponse().description("")
						.content(new Content().addMediaType("application/json",
								new MediaType().schema(new Schema<>().$ref(ERROR_SCHEMA)))));
		response.setDescription((response.getDescription() + ", " + code.wireName()).replaceFirst("^, ", ""));
		response.getContent().get("application/json").addExamples(code.wireName(), new Example().value(example(code)));
	}

	/** In the order of the fields, so that the document is the same each time. */
	private static Map<String, Object> example(ErrorCode code) {
		Map<String, Object> example = new LinkedHashMap<>();
		example.put("error", code.wireName());
		example.put("message", Objects.requireNonNull(MESSAGES.get(code)));
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
