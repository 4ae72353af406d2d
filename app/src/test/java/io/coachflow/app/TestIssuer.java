package io.coachflow.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.coachflow.local.FreePort;
import org.jspecify.annotations.Nullable;

/**
 * An issuer as Keycloak is one, on a port of its own: it can be away, come back there,
 * take questions and answer none or with an error, and change its key. It counts what it
 * is asked.
 */
public final class TestIssuer implements AutoCloseable {

	private static final String REALM = "/realms/test";

	private final int port = FreePort.next();

	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	private final AtomicInteger questions = new AtomicInteger();

	private volatile RSAKey key = newKey();

	private volatile boolean failing;

	private volatile @Nullable CountDownLatch silence;

	private @Nullable HttpServer server;

	/** Its {@code iss}. */
	public String uri() {
		return "http://127.0.0.1:" + this.port + REALM;
	}

	/** How often it was asked for anything. */
	public int questions() {
		return this.questions.get();
	}

	public void comes() throws IOException {
		HttpServer starting = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), this.port), 0);
		starting.setExecutor(this.threads);
		starting.createContext(REALM + "/.well-known/openid-configuration",
				(exchange) -> answer(exchange, "{\"issuer\":\"" + uri() + "\",\"jwks_uri\":\"" + uri() + "/certs\"}"));
		starting.createContext(REALM + "/certs", (exchange) -> answer(exchange, new JWKSet(this.key).toString()));
		starting.start();
		this.server = starting;
	}

	public void goes() {
		if (this.server != null) {
			this.server.stop(0);
			this.server = null;
		}
	}

	/** Answers 503 from now on, as a gateway does before an issuer that is away. */
	public void fails() {
		this.failing = true;
	}

	public void recovers() {
		this.failing = false;
	}

	/** From now on nobody hears an answer. */
	public void fallsSilent() {
		this.silence = new CountDownLatch(1);
	}

	public void speaksAgain() {
		CountDownLatch over = this.silence;
		this.silence = null;
		if (over != null) {
			over.countDown();
		}
	}

	/** Signs with a new key from now on, and withdraws the old one. */
	public void changesItsKey() {
		this.key = newKey();
	}

	/** A token of a user, unlike any other. */
	public String token() {
		return token(this.key);
	}

	/** A token that names a key which this issuer never had. */
	public String forgedToken() {
		return token(newKey());
	}

	public String keyId() {
		return this.key.getKeyID();
	}

	@Override
	public void close() {
		speaksAgain();
		goes();
		this.threads.shutdownNow();
	}

	private String token(RSAKey signing) {
		Instant now = Instant.now();
		SignedJWT token = new SignedJWT(
				new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(signing.getKeyID()).type(JOSEObjectType.JWT).build(),
				new JWTClaimsSet.Builder().issuer(uri())
					.jwtID(UUID.randomUUID().toString())
					.subject("demo")
					.audience("coachflow-api")
					.claim("scope", "openid coaching")
					.issueTime(Date.from(now))
					.expirationTime(Date.from(now.plusSeconds(3600)))
					.build());
		try {
			token.sign(new RSASSASigner(signing));
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
		return token.serialize();
	}

	private void answer(HttpExchange exchange, String json) throws IOException {
		try (exchange) {
			this.questions.incrementAndGet();
			CountDownLatch over = this.silence;
			if (over != null) {
				over.await();
			}
			byte[] body = json.getBytes(StandardCharsets.UTF_8);
			exchange.getResponseHeaders().add("Content-Type", "application/json");
			exchange.sendResponseHeaders(this.failing ? 503 : 200, body.length);
			exchange.getResponseBody().write(body);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static RSAKey newKey() {
		try {
			return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
