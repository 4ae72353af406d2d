package io.coachflow.app.e2e;

import java.net.InetSocketAddress;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.PlainJWT;
import com.sun.net.httpserver.HttpServer;
import io.coachflow.app.e2e.Caller.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.coachflow.app.e2e.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Only a token that this issuer signed, for this audience, for now and for somebody opens
 * anything.
 */
@OnSharedCoachflow
class TokenAttacksE2E {

	private static final String LIST = Caller.COACHING + "/sessions";

	private final RunningCoachflow coachflow;

	private final Caller demo;

	private final Caller stranger;

	private final TokenForge forge;

	TokenAttacksE2E(RunningCoachflow coachflow) throws Exception {
		this.coachflow = coachflow;
		this.demo = coachflow.demo();
		this.stranger = coachflow.stranger();
		this.forge = new TokenForge(coachflow);
	}

	@Test
	void aForgedTokenWithoutAnyFaultIsAcceptedSoEachFaultBelowIsTheOnlyOne() throws Exception {
		String token = this.forge.with((claims) -> claims);

		assertThat(this.demo.with(token).get(LIST).status()).isEqualTo(200);
		for (String scheme : List.of("bearer", "BEARER")) {
			assertThat(this.stranger.get(LIST, "Authorization", scheme + " " + token).status()).isEqualTo(200);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Bearer", "Bearer ", "Bearer x", "Bearer a.b.c", "Bearer ...", "Bearer null",
			"Basic ZGVtbzpkZW1vLXNlY3JldA==", "Bearer a,Bearer b", "Token x", "Bearer eyJhbGciOiJub25lIn0.e30." })
	void whatIsNoTokenIsRefused(String authorization) {
		assertUnauthorized(this.stranger.get(LIST, "Authorization", authorization));
	}

	@Test
	void everyClaimMustHold() throws Exception {
		Date past = Date.from(Instant.now().minusSeconds(600));
		Date future = Date.from(Instant.now().plusSeconds(600));
		assertTokensRefused(this.forge.with((claims) -> claims.issuer("http://localhost:1")),
				this.forge.with((claims) -> claims.issuer(null)),
				this.forge.with((claims) -> claims.audience("another-api")),
				this.forge.with((claims) -> claims.audience(List.<String>of())),
				this.forge.with((claims) -> claims.expirationTime(past)),
				this.forge.with((claims) -> claims.notBeforeTime(future)),
				this.forge.with((claims) -> claims.expirationTime(null)),
				this.forge.with((claims) -> claims.subject(null)), this.forge.with((claims) -> claims.subject(" ")),
				this.forge.with((claims) -> claims.claim("exp", "never")),
				this.forge.with((claims) -> claims.claim("sub", List.of("demo"))));
	}

	@Test
	void aTokenEndsAtItsTimeHoweverOftenItWasAccepted() throws Exception {
		// Clocks may differ by a minute
		Instant end = Instant.now().plusSeconds(3);
		Caller leaving = this.demo.with(this.forge.with((claims) -> claims.issueTime(Date.from(end.minusSeconds(600)))
			.notBeforeTime(null)
			.expirationTime(Date.from(end.minusSeconds(60)))));
		assertThat(leaving.get(LIST).status()).isEqualTo(200);
		assertThat(leaving.get(LIST).status()).isEqualTo(200);

		Thread.sleep(Duration.between(Instant.now(), end.plusSeconds(1)));

		assertUnauthorized(leaving.get(LIST));
	}

	@Test
	void aTokenIsNotKnownByItsBeginning() throws Exception {
		String token = this.forge.with((claims) -> claims);
		assertThat(this.demo.with(token).get(LIST).status()).isEqualTo(200);
		int signature = token.lastIndexOf('.') + 1;
		char first = token.charAt(signature);
		assertTokensRefused(token.substring(0, token.length() - 8), token + "AAAA", token + ".",
				token.substring(0, signature) + ((first != 'A') ? 'A' : 'B') + token.substring(signature + 1));
	}

	@Test
	void aTokenNobodySignedIsRefused() throws Exception {
		String signed = this.forge.with((claims) -> claims);
		String payload = this.forge.claims().subject("demo2").build().toString();
		String[] parts = signed.split("\\.");
		assertTokensRefused(new PlainJWT(this.forge.claims().build()).serialize(), parts[0] + "." + parts[1] + ".",
				parts[0] + "." + parts[1],
				parts[0] + "."
						+ Base64.getUrlEncoder()
							.withoutPadding()
							.encodeToString(payload.getBytes(StandardCharsets.UTF_8))
						+ "." + parts[2],
				encoded("{\"alg\":\"NONE\"}") + "." + parts[1] + ".",
				encoded("{\"alg\":\"nOnE\"}") + "." + parts[1] + "." + parts[2]);
	}

	@Test
	void thePublicKeyIsNoSharedSecret() throws Exception {
		RSAKey published = JWKSet.parse(this.stranger.get("/oauth2/jwks").text()).getKeys().getFirst().toRSAKey();
		byte[] der = published.toPublicKey().getEncoded();
		String pem = "-----BEGIN PUBLIC KEY-----\n" + Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(der)
				+ "\n-----END PUBLIC KEY-----\n";
		JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(published.getKeyID()).build();
		assertTokensRefused(this.forge.with(header, new MACSigner(der)),
				this.forge.with(header, new MACSigner(pem.getBytes(StandardCharsets.US_ASCII))),
				this.forge.with(header, new MACSigner(published.toJSONString())),
				this.forge.with(header, new MACSigner(published.getModulus().decode())));
		assertThat(published.isPrivate()).isFalse();
	}

	@Test
	void aTokenCannotBringItsOwnKey() throws Exception {
		RSAKey own = new RSAKeyGenerator(2048).keyID("own").generate();
		AtomicInteger fetched = new AtomicInteger();
		HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.createContext("/", (exchange) -> {
			fetched.incrementAndGet();
			exchange.sendResponseHeaders(200, 0);
			exchange.getResponseBody().write(new JWKSet(own).toString().getBytes(StandardCharsets.UTF_8));
			exchange.close();
		});
		server.start();
		try {
			URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/jwks");
			RSASSASigner signer = new RSASSASigner(own);
			assertTokensRefused(this.forge.with(this.forge.header().build(), signer),
					this.forge.with(this.forge.header().keyID("own").build(), signer),
					this.forge.with(this.forge.header().keyID(null).build(), signer),
					this.forge.with(this.forge.header().jwk(own.toPublicJWK()).build(), signer),
					this.forge.with(this.forge.header().keyID("own").jwk(own.toPublicJWK()).build(), signer),
					this.forge.with(this.forge.header().jwkURL(url).build(), signer),
					this.forge.with(this.forge.header().keyID("own").jwkURL(url).x509CertURL(url).build(), signer));
			assertThat(fetched).hasValue(0);
		}
		finally {
			server.stop(0);
		}
	}

	@Test
	void onlyTheOneKeyAndAlgorithmCount() throws Exception {
		RSASSASigner signer = new RSASSASigner(this.forge.key());
		assertTokensRefused(this.forge.with(this.forge.header().keyID("another").build(), signer),
				this.forge.with(this.forge.header().keyID("../../../dev/null").build(), signer),
				this.forge.with(this.forge.header().keyID("' OR 1=1 --").build(), signer), this.forge.with(
						new JWSHeader.Builder(JWSAlgorithm.RS512).keyID(this.forge.key().getKeyID()).build(), signer));
	}

	@ParameterizedTest
	@ValueSource(strings = { "JWT", "jwt", "at+jwt", "AT+JWT", "application/at+jwt" })
	void anAccessTokenOfEitherTypeIsAccepted(String type) throws Exception {
		String token = this.forge.with(this.forge.header().type(new JOSEObjectType(type)).build(),
				new RSASSASigner(this.forge.key()));

		assertThat(this.demo.with(token).get(LIST).status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "id+jwt", "logout+jwt", "dpop+jwt", "secevent+jwt", "x" })
	void aTokenForSomethingElseIsRefused(String type) throws Exception {
		assertTokensRefused(this.forge.with(this.forge.header().type(new JOSEObjectType(type)).build(),
				new RSASSASigner(this.forge.key())));
	}

	@Test
	void anEndlessTokenIsRefused() throws Exception {
		assertTokensRefused("a".repeat(100 * 1024),
				this.forge.with((claims) -> claims.claim("padding", "x".repeat(75 * 1024))));
	}

	@Test
	void oneAuthorizationHeaderIsAllThereMayBe() throws Exception {
		String good = "Authorization: Bearer " + this.demo.token();
		for (String other : List.of(good, "Authorization: Bearer x", "Authorization: Basic ZGVtbzpkZW1vLXNlY3JldA==")) {
			assertRefused(RawHttp.send(this.coachflow.port(), "GET " + LIST + " HTTP/1.1", good, other), 401,
					"UNAUTHORIZED");
			assertRefused(RawHttp.send(this.coachflow.port(), "GET " + LIST + " HTTP/1.1", other, good), 401,
					"UNAUTHORIZED");
		}
	}

	@Test
	void aTokenAnywhereButInTheHeaderIsNone() throws SQLException {
		String token = this.demo.token();
		long events = EventLogReader.count(this.coachflow);
		assertUnauthorized(this.stranger.get(LIST + "?access_token=" + token));
		assertUnauthorized(this.stranger.get(LIST, "Cookie", "access_token=" + token));
		assertUnauthorized(this.stranger.post(Caller.COACHING + "/start", Map.of("access_token", token)));
		assertUnauthorized(this.stranger.send("POST", Caller.COACHING + "/start", "access_token=" + token,
				Map.of("Content-Type", "application/x-www-form-urlencoded")));
		assertThat(EventLogReader.count(this.coachflow)).isEqualTo(events);
	}

	@ParameterizedTest
	@CsvSource({ "auditor, coaching:audit, /api/v1/coaching/sessions",
			"admin, coaching:admin, /api/v1/coaching/sessions",
			"analyst, coaching:analytics, /api/v1/coaching/sessions",
			"consumer, coaching:events, /api/v1/coaching/sessions", "demo, coaching, /actuator/prometheus",
			"auditor, coaching:audit, /actuator/prometheus", "demo, coaching, /actuator" })
	void aTokenOfAnotherScopeIsForbidden(String client, String scope, String path) {
		Answer answer = this.coachflow.caller(client, scope).get(path);

		assertRefused(answer, 403, "FORBIDDEN");
		assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer error=\"insufficient_scope\"");
	}

	@Test
	void onlyTheRightScopeCountsHoweverItIsWritten() throws Exception {
		for (Object scope : List.of("", "coachin", "coaching2", "Coaching", "SCOPE_coaching", "coaching:admin",
				List.of("x"), 7)) {
			String token = this.forge.with((claims) -> claims.claim("scope", scope));
			assertRefused(this.demo.with(token).get(LIST), 403, "FORBIDDEN");
		}
		assertThat(this.demo.with(this.forge.with((claims) -> claims.claim("scope", List.of("x", "coaching"))))
			.get(LIST)
			.status()).isEqualTo(200);
		assertThat(this.coachflow.caller("admin", "coaching:admin").get("/actuator/prometheus").status())
			.isEqualTo(200);
	}

	private void assertTokensRefused(String... tokens) {
		for (String token : tokens) {
			assertUnauthorized(this.demo.with(token).get(LIST));
		}
	}

	private static void assertUnauthorized(Answer answer) {
		assertRefused(answer, 401, "UNAUTHORIZED");
		assertThat(answer.header("WWW-Authenticate")).matches("Bearer( error=\"invalid_token\".*)?")
			.doesNotContain("resource_metadata");
	}

	private static String encoded(String json) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
	}

}
