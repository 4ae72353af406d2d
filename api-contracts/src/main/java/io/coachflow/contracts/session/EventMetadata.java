package io.coachflow.contracts.session;

/**
 * The keys of an event's metadata, beside Axon's {@code traceId} and
 * {@code correlationId}.
 */
public final class EventMetadata {

	/**
	 * The user behind the command: the token's {@code sub}; absent if the service acted
	 * by itself.
	 */
	public static final String USER = "user_id";

	/** The language of the conversation: {@code en} or {@code fr}. */
	public static final String LANGUAGE = "language";

	/** The client's idempotency key, if it sent one. */
	public static final String IDEMPOTENCY_KEY = "idempotency_key";

	/** SHA-256 of the request that came with the key, in hexadecimal. */
	public static final String REQUEST_HASH = "request_hash";

	/**
	 * The event's hash in hexadecimal, computed by the log: see
	 * {@link io.coachflow.eventlog.integrity.EventHash}.
	 */
	public static final String HASH = "hash";

	private EventMetadata() {
	}

}
