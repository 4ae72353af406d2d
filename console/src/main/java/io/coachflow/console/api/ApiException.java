package io.coachflow.console.api;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * What the API refused, in its own words, which are safe to show as text.
 */
public class ApiException extends RuntimeException {

	private final int status;

	private final String error;

	private final transient @Nullable Duration retryAfter;

	/**
	 * Creates it.
	 * @param status the HTTP status
	 * @param error the name of the error, such as {@code INVALID_STEP}
	 * @param message what is wrong and what to do
	 * @param retryAfter when it may be tried again; null if the API did not say
	 */
	public ApiException(int status, String error, String message, @Nullable Duration retryAfter) {
		super(message);
		this.status = status;
		this.error = error;
		this.retryAfter = retryAfter;
	}

	public int status() {
		return this.status;
	}

	public String error() {
		return this.error;
	}

	public String message() {
		return String.valueOf(getMessage());
	}

	public @Nullable Duration retryAfter() {
		return this.retryAfter;
	}

}
