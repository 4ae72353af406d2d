package io.coachflow.contracts.session;

import org.jspecify.annotations.Nullable;

/**
 * Who asks, in which language, and under which idempotency key.
 *
 * @param userId the token's {@code sub}
 * @param language {@code en} or {@code fr}
 * @param idempotency the key, where the client sent one
 */
public record Requester(String userId, String language, @Nullable Idempotency idempotency) {

	/**
	 * An idempotency key and what it stands for.
	 *
	 * @param key as the client sent it
	 * @param requestHash SHA-256 of the route and the body, in hexadecimal
	 */
	public record Idempotency(String key, String requestHash) {

		/** What a client hears whose key stands for another request. */
		public static final String REUSED = "This Idempotency-Key came before with another body. Use a new key for a new request.";

	}

}
