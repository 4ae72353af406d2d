package io.coachflow.contracts.error;

/**
 * All errors that a client can get, each with its HTTP status.
 */
public enum ErrorCode {

	/** The request is malformed: its body, a field, a header or a parameter. */
	INVALID_REQUEST(400),
	/** The session is at another step than the request expects. */
	INVALID_STEP(400),
	/** No token, or one that does not verify. */
	UNAUTHORIZED(401),
	/** The token lacks the scope, or the session belongs to somebody else. */
	FORBIDDEN(403),
	/** No such session. */
	SESSION_NOT_FOUND(404),
	/** The session expired; starting with its id revives it. */
	SESSION_EXPIRED(404),
	/** No such route or resource. */
	NOT_FOUND(404),
	/** The route exists, but not with this method. */
	METHOD_NOT_ALLOWED(405),
	/** No representation that the client accepts. */
	NOT_ACCEPTABLE(406),
	/** The session was changed by another request at the same time. */
	CONFLICT(409),
	/** {@code If-Match} names another sequence than the session's. */
	PRECONDITION_FAILED(412, "CONFLICT"),
	/** The body is larger than 64 KiB. */
	PAYLOAD_TOO_LARGE(413),
	/** The body is not JSON. */
	UNSUPPORTED_MEDIA_TYPE(415),
	/** The idempotency key was used before with another body. */
	IDEMPOTENCY_KEY_REUSED(422),
	/** Too many requests; {@code Retry-After} says when to try again. */
	RATE_LIMITED(429),
	/** A fault of the service. */
	INTERNAL_ERROR(500),
	/** The event store cannot be reached. */
	SERVICE_UNAVAILABLE(503);

	private final int status;

	private final String wireName;

	ErrorCode(int status) {
		this.status = status;
		this.wireName = name();
	}

	ErrorCode(int status, String wireName) {
		this.status = status;
		this.wireName = wireName;
	}

	/** The HTTP status that goes with the error. */
	public int status() {
		return this.status;
	}

	/** The name of the error in the body. */
	public String wireName() {
		return this.wireName;
	}

}
