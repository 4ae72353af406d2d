package io.coachflow.contracts.session;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The user behind a command, with the language, idempotency key and precondition of the
 * request.
 *
 * @param userId the token's {@code sub}
 * @param language {@code en} or {@code fr}
 * @param idempotency the key; null if the client sent none
 * @param expectedSequences the sequences of the session that the client accepts
 * ({@code If-Match}); null for any
 */
public record Requester(String userId, String language, @Nullable Idempotency idempotency,
		@Nullable Set<Long> expectedSequences) {

	/** Without a precondition. */
	public Requester(String userId, String language, @Nullable Idempotency idempotency) {
		this(userId, language, idempotency, null);
	}

	/** Whether the client accepts a session whose last event has that sequence. */
	public boolean accepts(long sequence) {
		return this.expectedSequences == null || this.expectedSequences.contains(sequence);
	}

	/**
	 * An idempotency key and its request.
	 *
	 * @param key as the client sent it
	 * @param requestHash SHA-256 of the route and the body, in hexadecimal
	 */
	public record Idempotency(String key, String requestHash) {

		/** The error message for a key that was used for another request. */
		public static final String REUSED = "This Idempotency-Key came before with another body. Use a new key for a new request.";

	}

}
