package io.coachflow.app.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.function.UnaryOperator;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

/**
 * Signs tokens with the application's own key, so that the fault of a test is the only
 * one in its token.
 */
final class TokenForge {

	private final RSAKey key;

	private final String issuer;

	TokenForge(RunningCoachflow coachflow) throws IOException, ParseException {
		this.key = RSAKey
			.parse(Files.readString(Path.of(coachflow.setting("coachflow.local.data-dir"), "signing-key.json")));
		this.issuer = "http://localhost:" + coachflow.port();
	}

	RSAKey key() {
		return this.key;
	}

	/** The claims of a token that is accepted. */
	JWTClaimsSet.Builder claims() {
		Instant now = Instant.now();
		return new JWTClaimsSet.Builder().issuer(this.issuer)
			.subject("demo")
			.audience("coachflow-api")
			.claim("scope", "coaching")
			.issueTime(Date.from(now))
			.notBeforeTime(Date.from(now))
			.expirationTime(Date.from(now.plusSeconds(600)));
	}

	/** The header of a token that is accepted. */
	JWSHeader.Builder header() {
		return new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(this.key.getKeyID());
	}

	/** Signs claims that differ. */
	String with(UnaryOperator<JWTClaimsSet.Builder> change) throws JOSEException {
		return sign(header().build(), change.apply(claims()), new RSASSASigner(this.key));
	}

	/** Signs the right claims under another header, perhaps by another signer. */
	String with(JWSHeader header, JWSSigner signer) throws JOSEException {
		return sign(header, claims(), signer);
	}

	private static String sign(JWSHeader header, JWTClaimsSet.Builder claims, JWSSigner signer) throws JOSEException {
		SignedJWT token = new SignedJWT(header, claims.build());
		token.sign(signer);
		return token.serialize();
	}

}
