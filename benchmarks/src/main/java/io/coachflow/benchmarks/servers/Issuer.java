package io.coachflow.benchmarks.servers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.IntStream;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;

/**
 * Signs tokens with RS256 and publishes the key, as an identity provider does.
 */
public final class Issuer implements AutoCloseable {

	/** Longer than any run. */
	private static final Duration VALIDITY = Duration.ofHours(4);

	private static final int KEY_BITS = 2048;

	private final HttpServer server;

	private final RSAKey key;

	private Issuer(HttpServer server, RSAKey key) {
		this.server = server;
		this.key = key;
	}

	/** Starts on a free port of the loopback interface. */
	public static Issuer start() throws IOException, JOSEException {
		RSAKey key = new RSAKeyGenerator(KEY_BITS).keyID("benchmark").generate();
		byte[] keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
		HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.createContext("/jwks", (exchange) -> {
			exchange.getResponseHeaders().set("Content-Type", "application/json");
			exchange.sendResponseHeaders(200, keys.length);
			exchange.getResponseBody().write(keys);
			exchange.close();
		});
		server.start();
		return new Issuer(server, key);
	}

	String uri() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort();
	}

	String keysUri() {
		return uri() + "/jwks";
	}

	/**
	 * Tokens of as many users, each as the value of an {@code Authorization} header.
	 */
	public List<String> users(int count) {
		return IntStream.range(0, count).mapToObj((user) -> bearer("user-" + user, "coaching")).toList();
	}

	/** The token of an operator, as the value of an {@code Authorization} header. */
	public String admin() {
		return bearer("operator", "coaching:admin");
	}

	/** The token of an auditor, likewise. */
	public String auditor() {
		return bearer("auditor", "coaching:audit");
	}

	/** Anyone's token, as the value of an {@code Authorization} header. */
	public String bearer(String subject, String scope) {
		Instant now = Instant.now();
		SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(this.key.getKeyID()).build(),
				new JWTClaimsSet.Builder().issuer(uri())
					.subject(subject)
					.audience("coachflow-api")
					.claim("scope", scope)
					.issueTime(Date.from(now))
					.expirationTime(Date.from(now.plus(VALIDITY)))
					.build());
		try {
			token.sign(new RSASSASigner(this.key));
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
		return "Bearer " + token.serialize();
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}
