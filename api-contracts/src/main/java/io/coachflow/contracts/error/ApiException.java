package io.coachflow.contracts.error;

/**
 * A refusal that the client is told, word for word.
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
		// A refusal is an answer, not a fault: nobody reads its stack trace
		super(message, null, false, false);
		this.code = code;
	}

	public ErrorCode code() {
		return this.code;
	}

}
