package io.coachflow.contracts.error;

/**
 * A refusal whose message goes to the client word for word.
 */
public class ApiException extends RuntimeException {

	private final ErrorCode code;

	/**
	 * Creates the refusal.
	 * @param code what is wrong
	 * @param message what is wrong and what to do, in a sentence for the client; no inner
	 * detail
	 */
	public ApiException(ErrorCode code, String message) {
		// A refusal is a response, not a fault: it needs no stack trace
		super(message, null, false, false);
		this.code = code;
	}

	public ErrorCode code() {
		return this.code;
	}

}
