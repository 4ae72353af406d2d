package io.coachflow.app.web;

import io.coachflow.contracts.error.ErrorCode;

/**
 * The error for a status that the framework chose.
 */
public final class StatusErrors {

	private StatusErrors() {
	}

	static ErrorCode codeOf(int status) {
		return switch (status) {
			case 401 -> ErrorCode.UNAUTHORIZED;
			case 403 -> ErrorCode.FORBIDDEN;
			case 404 -> ErrorCode.NOT_FOUND;
			case 405 -> ErrorCode.METHOD_NOT_ALLOWED;
			case 406 -> ErrorCode.NOT_ACCEPTABLE;
			case 413 -> ErrorCode.PAYLOAD_TOO_LARGE;
			case 415 -> ErrorCode.UNSUPPORTED_MEDIA_TYPE;
			case 503 -> ErrorCode.SERVICE_UNAVAILABLE;
			// A method or an HTTP version that is unknown: the request is at fault
			case 501, 505 -> ErrorCode.INVALID_REQUEST;
			default -> (status < 500) ? ErrorCode.INVALID_REQUEST : ErrorCode.INTERNAL_ERROR;
		};
	}

	/** What a client reads unless there is more to say. */
	public static String messageOf(int status) {
		return switch (codeOf(status)) {
			case UNAUTHORIZED -> "Send a valid bearer token.";
			case FORBIDDEN -> "You are not allowed to do this.";
			case NOT_FOUND -> "There is nothing here. The interface is described at /swagger-ui.html.";
			case METHOD_NOT_ALLOWED -> "This path does not take this method.";
			case NOT_ACCEPTABLE ->
				"This is not to be had as Accept asks for it: mend the header, see /swagger-ui.html.";
			case PAYLOAD_TOO_LARGE -> "The body is too large: at most 64 KiB.";
			case UNSUPPORTED_MEDIA_TYPE -> "Send the body as Content-Type: application/json.";
			case SERVICE_UNAVAILABLE -> "The service cannot answer now. Try again shortly.";
			case INTERNAL_ERROR ->
				"Something went wrong on our side. Try again; if it persists, tell the operator the time.";
			default -> "The request is malformed: see /swagger-ui.html.";
		};
	}

}
