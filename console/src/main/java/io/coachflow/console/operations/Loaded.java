package io.coachflow.console.operations;

import java.util.function.Supplier;

import io.coachflow.console.api.ApiException;
import org.jspecify.annotations.Nullable;

/**
 * A part of the page, or why it is not there. One part that cannot be read, which is when
 * operators look, leaves the others.
 */
record Loaded<T>(@Nullable T value, @Nullable String problem) {

	private static final int UNAUTHORIZED = 401;

	private static final int FORBIDDEN = 403;

	/**
	 * Loads a part.
	 * @throws ApiException if the user is not signed in any more or may not see it
	 */
	static <T> Loaded<T> of(Supplier<T> call) {
		try {
			return new Loaded<>(call.get(), null);
		}
		catch (ApiException ex) {
			if (ex.status() == UNAUTHORIZED || ex.status() == FORBIDDEN) {
				throw ex;
			}
			return new Loaded<>(null, ex.message());
		}
	}

}
