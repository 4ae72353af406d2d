package io.coachflow.command.session;

import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Locale;
import java.util.stream.Stream;

import io.coachflow.contracts.error.ApiException;
import io.coachflow.contracts.error.ErrorCode;
import io.coachflow.contracts.rest.IfMatch;
import io.coachflow.contracts.session.Requester.Idempotency;
import io.coachflow.contracts.session.Requester;
import io.coachflow.text.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * Reads who asks, and the headers by which a request may be repeated or refused.
 */
final class RequestHeaders {

	private static final int MAX_KEY = 255;

	private RequestHeaders() {
	}

	/**
	 * Who asks, in which language, with which idempotency key and precondition.
	 * @param route together with the query and the body what identifies the request
	 * @throws ApiException if a header is malformed
	 */
	static Requester requester(Principal caller, Locale locale, @Nullable String key, @Nullable String ifMatch,
			String route, String query, byte @Nullable [] body) {
		return new Requester(
				caller.getName(), locale.getLanguage(), idempotency(key, route.getBytes(StandardCharsets.UTF_8),
						query.getBytes(StandardCharsets.UTF_8), (body != null) ? body : new byte[0]),
				IfMatch.sequences(ifMatch));
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
