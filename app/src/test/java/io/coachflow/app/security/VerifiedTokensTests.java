package io.coachflow.app.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A remembered token is believed no longer than a verified one, but for five minutes of a
 * withdrawn key.
 */
class VerifiedTokensTests {

	private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");

	private static final Duration SKEW = Duration.ofSeconds(60);

	private static RSAKey key;

	private final List<JWK> published = new ArrayList<>(List.of(key));

	private final AtomicInteger verifications = new AtomicInteger();

	private Instant now = START;

	private final VerifiedTokens decoder = cached(verifier());

	@BeforeAll
	static void makeKey() throws JOSEException {
		key = new RSAKeyGenerator(2048).keyID("first").generate();
	}

	@Test
	void aTokenIsVerifiedOnce() throws JOSEException {
		String token = token(Duration.ofHours(1));

		Jwt first = this.decoder.decode(token);

		assertThat(this.decoder.decode(new String(token))).isSameAs(first);
		assertThat(this.verifications).hasValue(1);
	}

	@Test
	void anotherTokenOfTheSameUserIsVerifiedItself() throws JOSEException {
		String token = token(Duration.ofHours(1));
		this.decoder.decode(token);
		char last = token.charAt(token.length() - 2);
		String forged = token.substring(0, token.length() - 2) + ((last != 'A') ? 'A' : 'B')
				+ token.charAt(token.length() - 1);

		assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> this.decoder.decode(forged));
		this.decoder.decode(token(Duration.ofHours(1)));

		assertThat(this.verifications).hasValue(3);
	}

	@Test
	void aRememberedTokenEndsWhenItWouldHaveEndedAnyway() throws JOSEException {
		Duration life = Duration.ofMinutes(2);
		String token = token(life);
		this.decoder.decode(token);

		passes(life.plus(SKEW));
		assertThat(this.decoder.decode(token).getSubject()).isEqualTo("demo");
		passes(Duration.ofMillis(1));

		assertThatExceptionOfType(JwtValidationException.class).isThrownBy(() -> this.decoder.decode(token))
			.withMessageContaining("expired");
	}

	@Test
	void aStricterVerifierIsNotOverruled() throws JOSEException {
		VerifiedTokens strict = cached(verifier(Duration.ZERO));
		Duration life = Duration.ofMinutes(2);
		String token = token(life);
		strict.decode(token);

		passes(life.plusMillis(1));

		assertThatExceptionOfType(JwtValidationException.class).isThrownBy(() -> strict.decode(token));
	}

	@Test
	void aTokenPastItsTimeIsNotRemembered() throws JOSEException {
		String token = token(Duration.ofSeconds(-30));

		this.decoder.decode(token);
		this.decoder.decode(token);

		assertThat(this.verifications).hasValue(2);
		assertThat(this.decoder.size()).isZero();
	}

	@Test
	void aWithdrawnKeyCountsNoLongerThanFiveMinutes() throws JOSEException {
		String token = token(Duration.ofHours(1));
		this.decoder.decode(token);
		this.published.clear();

		passes(VerifiedTokens.LIFE.minusMillis(1));
		// Use prolongs nothing
		assertThat(this.decoder.decode(token).getSubject()).isEqualTo("demo");
		passes(Duration.ofMillis(1));

		assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> this.decoder.decode(token));
	}

	@Test
	void aRefusalIsNotRemembered() throws JOSEException {
		this.published.clear();
		String token = token(Duration.ofHours(1));
		assertThatExceptionOfType(JwtException.class).isThrownBy(() -> this.decoder.decode(token));

		this.published.add(key);

		assertThat(this.decoder.decode(token).getSubject()).isEqualTo("demo");
	}

	@Test
	void memoryIsBoundedHoweverManyAndLongTheTokens() {
		VerifiedTokens flooded = cached(
				(token) -> Jwt.withTokenValue(token).header("alg", "RS256").expiresAt(START.plusSeconds(3600)).build());
		String longest = "x".repeat(8 * 1024 - 36);

		for (int i = 0; i < 20_000; i++) {
			flooded.decode(UUID.randomUUID() + longest);
		}

		assertThat(flooded.size()).isPositive().isLessThanOrEqualTo(VerifiedTokens.MAX_WEIGHT / (10 * 1024));
	}

	private void passes(Duration time) {
		this.now = this.now.plus(time);
	}

	private Clock clock() {
		InstantSource source = () -> this.now;
		return source.withZone(ZoneOffset.UTC);
	}

	private VerifiedTokens cached(JwtDecoder verifier) {
		return new VerifiedTokens((token) -> {
			this.verifications.incrementAndGet();
			return verifier.decode(token);
		}, clock(), () -> Duration.between(START, this.now).toNanos());
	}

	private NimbusJwtDecoder verifier() {
		return verifier(SKEW);
	}

	private NimbusJwtDecoder verifier(Duration skew) {
		JwtTimestampValidator times = new JwtTimestampValidator(skew);
		times.setClock(clock());
		NimbusJwtDecoder verifier = NimbusJwtDecoder
			.withJwkSource((selector, _) -> selector.select(new JWKSet(List.copyOf(this.published))))
			.build();
		verifier.setJwtValidator(new DelegatingOAuth2TokenValidator<>(times, new TokenRules()));
		return verifier;
	}

	private static String token(Duration life) throws JOSEException {
		JWTClaimsSet claims = new JWTClaimsSet.Builder().jwtID(UUID.randomUUID().toString())
			.subject("demo")
			.audience(TokenRules.AUDIENCE)
			.expirationTime(Date.from(START.plus(life)))
			.build();
		SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("first").build(), claims);
		token.sign(new RSASSASigner(key));
		return token.serialize();
	}

}
