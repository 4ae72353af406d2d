package io.coachflow.app.security;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSetBasedJWKSource;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import org.jspecify.annotations.Nullable;

/**
 * A cache of the issuer's keys. They are fetched anew in the background before their
 * lifetime ends, so tokens of known keys never wait; while the issuer is away they stay
 * valid as long as the settings say. An unknown key is requested at once, but at most
 * twice within a few seconds, however many tokens name one.
 * <p>
 * Nimbus answers "no such key" during an outage. Here a key counts as unknown only if the
 * issuer said so: until the issuer can be asked again, the token cannot be checked.
 */
final class IssuerKeys implements JWKSource<SecurityContext>, Closeable {

	/** How long a request waits for keys that another request fetches. */
	private static final Duration TIMEOUT = Duration.ofSeconds(3);

	private static final Duration INTERVAL = Duration.ofSeconds(5);

	private final IssuerKeySet issuer;

	private final JWKSetBasedJWKSource<SecurityContext> remembered;

	IssuerKeys(IssuerKeySet issuer, IssuerSettings settings) {
		this.issuer = issuer;
		Duration life = settings.keysLifetime();
		this.remembered = (JWKSetBasedJWKSource<SecurityContext>) JWKSourceBuilder.create(issuer)
			.cache(life.toMillis(), atMost(TIMEOUT, life.dividedBy(2)).toMillis())
			.refreshAheadCache(life.dividedBy(10).toMillis(), true)
			.rateLimited(atMost(INTERVAL, life.dividedBy(4)).toMillis())
			.outageTolerant(settings.outageTolerance().toMillis())
			.build();
	}

	@Override
	public List<JWK> get(JWKSelector wanted, @Nullable SecurityContext context) throws KeySourceException {
		try {
			List<JWK> keys = this.remembered.get(wanted, context);
			return keys.isEmpty() ? noKeys() : keys;
		}
		catch (RateLimitReachedException _) {
			return noKeys();
		}
	}

	@Override
	public void close() throws IOException {
		this.remembered.close();
	}

	private List<JWK> noKeys() throws JWKSetUnavailableException {
		if (!this.issuer.isAnswering()) {
			throw new JWKSetUnavailableException("The issuer cannot be asked for the key");
		}
		return List.of();
	}

	private static Duration atMost(Duration limit, Duration wanted) {
		return (wanted.compareTo(limit) < 0) ? wanted : limit;
	}

}
