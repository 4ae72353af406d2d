package io.coachflow.app.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.coachflow.contracts.error.ErrorCode;
import io.coachflow.contracts.rest.IfMatch;
import io.coachflow.contracts.session.Requester.Idempotency;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;

/**
 * What a caller of an operation would read under each error, word for word.
 */
final class ErrorExamples {

	/** By what the operation takes; the first that it takes counts. */
	private static final Map<String, String> MALFORMED = ordered("StartRequest",
			"business_name has 201 characters: send at most 200.", "StepRequest",
			"user_response is blank: send the answer to the current step.", "CompleteRequest",
			"session_id is missing: send the id that POST /api/v1/coaching/start gave.", "wait",
			"limit lies between 1 and 1000, wait between 0 and 30 seconds.", "limit", "limit lies between 1 and 100.",
			"from", "from is a day such as 2026-11-22, from 1970 to 9999.", "from_sequence",
			"from_sequence is -1 or more, and to_sequence no less than from_sequence.", "as_of_sequence",
			"as_of_sequence is 0 or more.", "Last-Event-ID",
			"Last-Event-ID is the id of an event of this stream, which is a number.", "format",
			"There is no such format: use json or markdown.", IfMatch.NAME, IfMatch.MALFORMED);

	private static final Map<String, String> NOT_FOUND = ordered("agent",
			"There is no such agent. The agents are research, content, logo, seo and template.", "n",
			"There is no such logo yet: the agent logo is at work. Try again shortly.", "name",
			"There is no such projection: GET /api/v1/admin/projections lists them.", "id",
			"There is no such dead letter any more: GET /api/v1/admin/dead-letters lists those that wait.", "type",
			"There is no such type of events: GET /api/v1/events/asyncapi lists them.", "session_id",
			"The session is not completed, so there is no package yet: answer its remaining steps.");

	private static final Map<String, String> CONFLICTS = Map.of("verifyLog",
			"The log is being verified already and the run is at position 512 of 1042. Try again when it is through.",
			"rebuild", "It is being rebuilt already: GET /api/v1/admin/projections tells how far it is.", "confirm",
			"No rebuild of it awaits confirmation.", "rollBack",
			"No rebuild of it is under way or awaits confirmation.", "regenerate",
			"The package changed at the same moment. Ask again.");

	private ErrorExamples() {
	}

	static String message(Operation operation, ErrorCode code) {
		return switch (code) {
			case INVALID_REQUEST -> fitting(MALFORMED, operation);
			case INVALID_STEP -> takes(operation).toList().contains("StepRequest")
					? "The session is at the step vision, not at offre. Answer vision next."
					: "These steps still need an answer: differentiation, offre. Send them to POST /api/v1/coaching/step.";
			case UNAUTHORIZED -> "Send a token: Authorization: Bearer <JWT>.";
			case FORBIDDEN -> isOwners(operation) ? "This session belongs to somebody else."
					: "The token lacks the scope that this path needs.";
			case SESSION_NOT_FOUND -> "There is no such session. Start one with POST /api/v1/coaching/start.";
			case SESSION_EXPIRED ->
				"This session has expired. Send its id to POST /api/v1/coaching/start to go on where it stood.";
			case NOT_FOUND -> fitting(NOT_FOUND, operation);
			case METHOD_NOT_ALLOWED, NOT_ACCEPTABLE ->
				"This is not to be had as Accept asks for it: mend the header, see /swagger-ui.html.";
			case CONFLICT -> CONFLICTS.getOrDefault(operation.getOperationId(),
					"The session changed at the same moment. Read it and decide again.");
			case PRECONDITION_FAILED ->
				"The session is at sequence 3, which If-Match does not name. Read the session and decide again.";
			case PAYLOAD_TOO_LARGE -> "The body is too large: at most 64 KiB.";
			case UNSUPPORTED_MEDIA_TYPE -> "Send the body as Content-Type: application/json.";
			case IDEMPOTENCY_KEY_REUSED -> Idempotency.REUSED;
			case RATE_LIMITED -> "Too many consumers follow this node: come back in a moment, with the same cursor.";
			case INTERNAL_ERROR ->
				"Something went wrong on our side. Try again; if it persists, tell the operator the time.";
			case SERVICE_UNAVAILABLE -> takes(operation).toList().contains("Idempotency-Key")
					? "The event store cannot be reached. Whether the request took effect is unknown: repeat it with the same Idempotency-Key."
					: "The service cannot answer now. Try again shortly.";
		};
	}

	private static String fitting(Map<String, String> messages, Operation operation) {
		List<String> taken = takes(operation).toList();
		return messages.entrySet()
			.stream()
			.filter((it) -> taken.contains(it.getKey()))
			.map(Map.Entry::getValue)
			.findFirst()
			.orElse("The request is malformed: see /swagger-ui.html.");
	}

	private static boolean isOwners(Operation operation) {
		return !operation.getTags().contains("Audit")
				&& takes(operation).anyMatch((it) -> it.equals("session_id") || it.equals("Idempotency-Key"));
	}

	/** Its parameters, and the type of its body. */
	private static Stream<String> takes(Operation operation) {
		Stream<String> body = Optional.ofNullable(operation.getRequestBody())
			.map(RequestBody::getContent)
			.stream()
			.flatMap((content) -> content.values().stream())
			.map((content) -> content.getSchema().get$ref())
			.map((reference) -> reference.substring(reference.lastIndexOf('/') + 1));
		return Stream.concat(body,
				Stream.ofNullable(operation.getParameters()).flatMap(List::stream).map(Parameter::getName));
	}

	private static Map<String, String> ordered(String... pairs) {
		Map<String, String> ordered = new LinkedHashMap<>();
		for (int i = 0; i < pairs.length; i += 2) {
			ordered.put(pairs[i], pairs[i + 1]);
		}
		return ordered;
	}

}
