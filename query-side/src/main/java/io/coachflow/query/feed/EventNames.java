package io.coachflow.query.feed;

import io.coachflow.contracts.error.ApiException;
import io.coachflow.contracts.error.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * The names of the stream's events, by which clients choose the listener.
 */
enum EventNames {

	/** Each event's type: a client adds a listener for each type. */
	TYPE,

	/** Always {@code message}, which {@code onmessage} listens to. */
	MESSAGE;

	/**
	 * Reads the parameter {@code event}.
	 * @param name absent for the types
	 * @throws ApiException if it is neither {@code type} nor {@code message}
	 */
	static EventNames named(@Nullable String name) {
		if (name == null || name.equals("type")) {
			return TYPE;
		}
		if (name.equals("message")) {
			return MESSAGE;
		}
		throw new ApiException(ErrorCode.INVALID_REQUEST,
				"event is type, for a listener for each type, or message, for onmessage alone.");
	}

	String of(String type) {
		return (this == TYPE) ? type : "message";
	}

}
