package io.coachflow.contracts.error;

/**
 * An error whose message is sent to the client unchanged.
 */
public class ApiException extends RuntimeException {

	private final ErrorCode code;

	/**
	 * Creates the exception.
	 * @param code the error's code
	 * @param message what is wrong and what to do, in a sentence for the client; no
	 * internals
	 */
	public ApiException(ErrorCode code, String message) {
		// No stack trace: a response to a client is not a fault of the service
		super(message, null, false, false);
		this.code = code;
	}

	public ErrorCode code() {
		return this.code;
	}

}
