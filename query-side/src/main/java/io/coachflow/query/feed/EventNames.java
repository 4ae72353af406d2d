package io.coachflow.query.feed;

import io.coachflow.contracts.error.ApiException;
import io.coachflow.contracts.error.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * What the stream's events are called, by which clients choose the listener.
 */
enum EventNames {

	/** By their types, each of which a browser's client listens to by name. */
	TYPE,

	/** All alike, by the name that {@code onmessage} listens to. */
	MESSAGE;

	/**
	 * Reads the parameter {@code event}.
	 * @param name absent for the types
	 * @throws ApiException where it is none of the two
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
