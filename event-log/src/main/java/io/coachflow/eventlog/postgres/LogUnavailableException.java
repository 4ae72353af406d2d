package io.coachflow.eventlog.postgres;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * The log cannot take an append now. Unless the message says otherwise, nothing was
 * written.
 */
class LogUnavailableException extends DataAccessResourceFailureException {

	LogUnavailableException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
