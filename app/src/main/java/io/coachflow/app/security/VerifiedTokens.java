package io.coachflow.app.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

/**
 * Remembers tokens that the decoder has verified. Only the decoder refuses tokens: after
 * its {@code exp} a token is verified at each request, so the other decoder's rules and
 * clock skew decide when it ends. Refused tokens are not cached.
 * <p>
 * The token itself is the key, because every verified token carries its own text. There
 * is no lock: concurrent requests with a new token verify it separately.
 */
public final class VerifiedTokens {

	/**
	 * The tokens of a withdrawn key are accepted that much longer. The other decoder
	 * keeps fetched keys as long, so a withdrawal takes effect within ten minutes.
	 */
	static final Duration LIFE = Duration.ofMinutes(5);

	/** In bytes, roughly: some ten thousand ordinary tokens. */
	static final long MAX_WEIGHT = 32L * 1024 * 1024;

	/** The claims of an ordinary token, as objects. */
	private static final int CLAIMS_WEIGHT = 2 * 1024;

	private final JwtDecoder verifier;

	private final Clock clock;

	private final Cache<String, Jwt> verified;

	VerifiedTokens(JwtDecoder verifier, Clock clock, Ticker ticker) {
		this.verifier = verifier;
		this.clock = clock;
		this.verified = Caffeine.newBuilder()
			.expireAfterWrite(LIFE)
			.ticker(ticker)
			.maximumWeight(MAX_WEIGHT)
			.weigher((String token, Jwt _) -> token.length() + CLAIMS_WEIGHT)
			.build();
	}

	Jwt decode(String token) throws JwtException {
		Jwt known = known(token);
		if (known != null) {
			return known;
		}
		Jwt jwt = this.verifier.decode(token);
		if (isCurrent(jwt)) {
			this.verified.put(token, jwt);
		}
		return jwt;
	}

	/** The token, if it was verified in the last minutes and has not expired. */
	public @Nullable Jwt known(String token) {
		Jwt known = this.verified.getIfPresent(token);
		return (known != null && isCurrent(known)) ? known : null;
	}

	/** The number of cached tokens, for a while including expired ones. */
	long size() {
		this.verified.cleanUp();
		return this.verified.estimatedSize();
	}

	private boolean isCurrent(Jwt token) {
		Instant expiry = token.getExpiresAt();
		return expiry != null && this.clock.instant().isBefore(expiry);
	}

}
