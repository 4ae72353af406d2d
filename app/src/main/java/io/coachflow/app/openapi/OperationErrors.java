package io.coachflow.app.openapi;

import java.util.EnumMap;
import java.util.Map;

import io.coachflow.app.security.Refusals;
import io.coachflow.app.web.StatusErrors;
import io.coachflow.app.web.StoreFailures;
import io.coachflow.contracts.error.ApiError;
import io.coachflow.contracts.error.ErrorCode;
import io.coachflow.contracts.rest.IdempotencyKeyHeader;
import io.coachflow.contracts.rest.IfMatch;
import io.coachflow.contracts.session.Requester.Idempotency;
import io.swagger.v3.oas.models.Operation;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;
import org.springframework.web.method.HandlerMethod;

/**
 * The errors that an operation can answer with, each with an example of its message:
 * those that follow from its parameters, and those that its method says with
 * {@link ApiError}.
 */
final class OperationErrors {

	private final Map<ErrorCode, String> examples = new EnumMap<>(ErrorCode.class);

	private OperationErrors() {
	}

	/** The examples by error, in the order of {@link ErrorCode}. */
	static Map<ErrorCode, String> of(Operation operation, HandlerMethod method) {
		OperationErrors errors = new OperationErrors();
		errors.addCommon();
		errors.addByParameters(new Parameters(operation));
		errors.addSaid(MergedAnnotations.from(method.getBeanType(), SearchStrategy.TYPE_HIERARCHY));
		errors.addSaid(MergedAnnotations.from(method.getMethod(), SearchStrategy.TYPE_HIERARCHY));
		return errors.examples;
	}

	private void addCommon() {
		add(ErrorCode.NOT_ACCEPTABLE);
		add(ErrorCode.INTERNAL_ERROR);
		add(ErrorCode.SERVICE_UNAVAILABLE);
	}

	private void addByParameters(Parameters parameters) {
		boolean keyed = parameters.has(IdempotencyKeyHeader.NAME);
		boolean session = parameters.has("session_id");
		if (parameters.needToken()) {
			add(ErrorCode.UNAUTHORIZED, Refusals.NO_TOKEN);
			add(ErrorCode.FORBIDDEN, (keyed || session) ? "This session belongs to somebody else." : Refusals.NO_SCOPE);
		}
		if (parameters.hasBody() || parameters.anyIn("query")) {
			add(ErrorCode.INVALID_REQUEST);
		}
		if (parameters.hasBody() || parameters.hasInPath("session_id")) {
			add(ErrorCode.SESSION_NOT_FOUND, "There is no such session. Start one with POST /api/v1/coaching/start.");
		}
		if (parameters.hasBody()) {
			add(ErrorCode.PAYLOAD_TOO_LARGE);
			add(ErrorCode.UNSUPPORTED_MEDIA_TYPE);
		}
		if (parameters.has(IfMatch.NAME)) {
			add(ErrorCode.INVALID_REQUEST, IfMatch.MALFORMED);
			add(ErrorCode.PRECONDITION_FAILED,
					"The session is at sequence 3, which If-Match does not name. Read the session and decide again.");
		}
		if (keyed) {
			add(ErrorCode.IDEMPOTENCY_KEY_REUSED, Idempotency.REUSED);
			add(ErrorCode.SERVICE_UNAVAILABLE, StoreFailures.OUTCOME_UNKNOWN);
		}
	}

	private void addSaid(MergedAnnotations annotations) {
		annotations.stream(ApiError.class)
			.map(MergedAnnotation::synthesize)
			.forEach((error) -> add(error.code(), error.example()));
	}

	private void add(ErrorCode code) {
		add(code, StatusErrors.messageOf(code.status()));
	}

	private void add(ErrorCode code, String example) {
		this.examples.put(code, example);
	}

}
