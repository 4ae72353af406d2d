package io.coachflow.contracts.session;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Who asks, in which language, under which idempotency key, and of which state.
 *
 * @param userId the token's {@code sub}
 * @param language {@code en} or {@code fr}
 * @param idempotency the key, where the client sent one
 * @param expectedSequences the sequences of the session that the client accepts
 * ({@code If-Match}); absent where any will do
 */
public record Requester(String userId, String language, @Nullable Idempotency idempotency,
		@Nullable Set<Long> expectedSequences) {

	/** Whoever takes the session as it is. */
	public Requester(String userId, String language, @Nullable Idempotency idempotency) {
		this(userId, language, idempotency, null);
	}

	/** Whether the client accepts a session whose last event has that sequence. */
	public boolean accepts(long sequence) {
		return this.expectedSequences == null || this.expectedSequences.contains(sequence);
	}

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
