package io.coachflow.command.session;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

import io.coachflow.contracts.error.ApiException;
import io.coachflow.contracts.error.ErrorCode;
import io.coachflow.contracts.session.Requester.Idempotency;
import io.coachflow.text.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * Reads the header {@code Idempotency-Key}.
 */
final class RequestHeaders {

	private static final int MAX_KEY = 255;

	private RequestHeaders() {
	}

	/**
	 * The idempotency key and the hash of its request.
	 * @param key the header; null if the client sent none
	 * @param parts what identifies the request: its route, parameters and body
	 * @throws ApiException if the key is not 1 to 255 visible ASCII characters
	 */
	static @Nullable Idempotency idempotency(@Nullable String key, byte[]... parts) {
		if (key == null) {
			return null;
		}
		if (key.isEmpty() || key.length() > MAX_KEY || !key.chars().allMatch((c) -> c > ' ' && c < 0x7f)) {
			throw new ApiException(ErrorCode.INVALID_REQUEST,
					"Idempotency-Key is 1 to " + MAX_KEY + " visible ASCII characters, such as a UUID.");
		}
		byte[][] fields = Stream.of(parts)
			.flatMap((part) -> Stream.of((part.length + ":").getBytes(StandardCharsets.US_ASCII), part))
			.toArray(byte[][]::new);
		return new Idempotency(key, Sha256.ofBytes(fields));
	}

}
