package io.coachflow.app.e2e;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.coachflow.app.e2e.Caller.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static io.coachflow.app.e2e.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The local issuer gives a client a token of its own scope, and says what is wrong in the
 * names of RFC 6749.
 */
@OnSharedCoachflow
class TokenEndpointE2E {

	private static final String GRANT = "grant_type=client_credentials&scope=coaching";

	private static final JsonMapper JSON = new JsonMapper();

	private final RunningCoachflow coachflow;

	TokenEndpointE2E(RunningCoachflow coachflow) {
		this.coachflow = coachflow;
	}

	@ParameterizedTest
	@CsvSource({ "demo, coaching", "demo2, coaching", "auditor, coaching:audit", "consumer, coaching:events",
			"analyst, coaching:analytics", "admin, coaching:admin" })
	void eachClientGetsATokenOfItsScope(String client, String scope) {
		Answer answer = token(client + ":" + client + "-secret",
				"grant_type=client_credentials&scope=" + scope.replace(":", "%3A"));

		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.field("token_type")).isEqualTo("Bearer");
		assertThat(answer.field("scope")).isEqualTo(scope);
		assertThat(answer.json().get("expires_in").asInt()).isPositive();
		assertThat(answer.header("Cache-Control")).contains("no-store");
	}

	@Test
	void aClientMayNameItselfInTheBody() {
		assertThat(token("", GRANT + "&client_id=demo&client_secret=demo-secret").status()).isEqualTo(200);
	}

	@ParameterizedTest
	@CsvSource({ "demo:wrong, ''", "nobody:demo-secret, ''", "demo:demo2-secret, ''", "'', ''", "'', &client_id=demo",
			"'', &client_id=demo&client_secret=wrong", "demo:{noop}demo-secret, ''" })
	void aClientThatDoesNotProveItselfIsInvalid(String credentials, String more) {
		Answer answer = token(credentials, GRANT + more);

		assertRefused(answer, 401, "invalid_client");
		assertThat(answer.header("WWW-Authenticate")).startsWith("Basic");
	}

	@ParameterizedTest
	@ValueSource(strings = { "coaching%3Aadmin", "coaching+coaching%3Aadmin", "openid", "%00", "COACHING" })
	void aForeignScopeIsInvalid(String scope) {
		assertRefused(token("demo:demo-secret", "grant_type=client_credentials&scope=" + scope), 400, "invalid_scope");
	}

	@ParameterizedTest
	@CsvSource({ "grant_type=password&username=demo&password=x, unsupported_grant_type",
			"grant_type=implicit, unsupported_grant_type", "scope=coaching, invalid_request", "'', invalid_request",
			"grant_type=client_credentials&grant_type=client_credentials, invalid_request",
			"grant_type=refresh_token&refresh_token=x, invalid_grant",
			"grant_type=authorization_code&code=x, invalid_grant" })
	void anotherGrantIsRefused(String body, String error) {
		assertRefused(token("demo:demo-secret", body), 400, error);
	}

	@ParameterizedTest
	@CsvSource({ "demo, coaching", "auditor, coaching:audit" })
	void aRequestWithoutScopesGetsTheClientsOwn(String client, String scope) {
		for (String body : List.of("grant_type=client_credentials", "grant_type=client_credentials&scope=")) {
			Answer answer = token(client + ":" + client + "-secret", body);

			assertThat(answer.status()).as("%s", answer).isEqualTo(200);
			assertThat(answer.field("scope")).isEqualTo(scope);
			assertThat(claims(answer).get("scope").asString()).isEqualTo(scope);
		}
	}

	@Test
	void theTokenIsAnAccessTokenAsItsStandardHasIt() {
		Answer answer = token("demo:demo-secret", GRANT);

		JsonNode header = part(answer, 0);
		JsonNode claims = claims(answer);
		assertThat(header.get("typ").asString()).isEqualTo("at+jwt");
		assertThat(header.get("alg").asString()).isEqualTo("RS256");
		assertThat(claims.get("iss").asString()).isEqualTo(issuer());
		assertThat(claims.get("aud").asString()).isEqualTo("coachflow-api");
		assertThat(claims.get("sub").asString()).isEqualTo("demo");
		assertThat(claims.get("client_id").asString()).isEqualTo("demo");
		assertThat(claims.get("scope").isString()).isTrue();
		assertThat(claims.get("scope").asString()).isEqualTo("coaching");
		assertThat(claims.get("jti").asString()).isNotBlank();
		assertThat(claims.get("exp").asLong()).isGreaterThan(claims.get("iat").asLong());
	}

	@ParameterizedTest
	@ValueSource(strings = { "/.well-known/oauth-authorization-server", "/.well-known/openid-configuration" })
	void theIssuerDescribesItselfToEverybody(String path) {
		Answer answer = this.coachflow.stranger().get(path);

		assertThat(answer.status()).as("%s", answer).isEqualTo(200);
		assertThat(answer.header("Content-Type")).isEqualTo("application/json");
		JsonNode document = answer.json();
		assertThat(document.get("issuer").asString()).isEqualTo(issuer());
		assertThat(document.get("token_endpoint").asString()).isEqualTo(issuer() + "/oauth2/token");
		assertThat(document.get("jwks_uri").asString()).isEqualTo(issuer() + "/oauth2/jwks");
		assertThat(texts(document.get("grant_types_supported"))).containsExactlyInAnyOrder("client_credentials",
				"authorization_code");
		assertThat(texts(document.get("token_endpoint_auth_methods_supported")))
			.containsExactlyInAnyOrder("client_secret_basic", "client_secret_post");
		assertThat(texts(document.get("scopes_supported"))).containsExactlyInAnyOrder("coaching", "coaching:audit",
				"coaching:events", "coaching:analytics", "coaching:admin");
		assertThat(document.get("authorization_endpoint").asString()).isEqualTo(issuer() + "/oauth2/authorize");
		assertThat(texts(document.get("response_types_supported"))).containsExactly("code");
		assertThat(texts(document.get("code_challenge_methods_supported"))).containsExactly("S256");
	}

	@Test
	void whatTheIssuerAnnouncesIsThere() {
		Caller stranger = this.coachflow.stranger();
		JsonNode document = stranger.get("/.well-known/oauth-authorization-server").json();

		assertThat(document.propertyNames()).filteredOn((name) -> name.endsWith("_endpoint") || name.endsWith("_uri"))
			.containsExactlyInAnyOrder("authorization_endpoint", "token_endpoint", "jwks_uri");
		assertThat(stranger.get(pathOf(document.get("authorization_endpoint"))).status()).isEqualTo(400);
		JsonNode keys = stranger.get(pathOf(document.get("jwks_uri"))).json().get("keys");
		Answer token = form(pathOf(document.get("token_endpoint")), "demo:demo-secret",
				"grant_type=client_credentials");
		assertThat(keys).hasSize(1);
		assertThat(part(token, 0).get("kid")).isEqualTo(keys.get(0).get("kid"));
		assertThat(keys.get(0).propertyNames()).containsExactlyInAnyOrder("kty", "e", "use", "kid", "alg", "n");
		assertThat(this.coachflow.demo().with(token.field("access_token")).get(Caller.COACHING + "/sessions").status())
			.isEqualTo(200);
	}

	@Test
	void theEndpointsTakeTheirOwnMethodsAlone() {
		Caller stranger = this.coachflow.stranger();

		Answer token = stranger.get("/oauth2/token");
		assertRefused(token, 405, "METHOD_NOT_ALLOWED");
		assertThat(token.header("Allow")).isEqualTo("POST");
		assertRefused(stranger.send("PUT", "/oauth2/authorize", null, Map.of()), 405, "METHOD_NOT_ALLOWED");
		assertRefused(stranger.send("DELETE", "/oauth2/jwks", null, Map.of()), 405, "METHOD_NOT_ALLOWED");
		assertThat(stranger.send("HEAD", "/oauth2/jwks", null, Map.of()).status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/oauth2/introspect", "/oauth2/revoke", "/oauth2/device_authorization", "/oauth2/par" })
	void whatTheIssuerLacksIsMissingAndNotForbidden(String path) {
		assertRefused(form(path, "demo:demo-secret", "token=x"), 404, "NOT_FOUND");
		assertRefused(this.coachflow.stranger().get(path), 404, "NOT_FOUND");
		assertRefused(this.coachflow.demo().get(path), 404, "NOT_FOUND");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/connect/register", "/userinfo" })
	void theIssuerOffersNothingElse(String path) {
		assertRefused(form(path, "demo:demo-secret", "token=x"), 401, "UNAUTHORIZED");
		assertRefused(this.coachflow.stranger().get(path), 401, "UNAUTHORIZED");
		assertRefused(this.coachflow.demo().get(path), 404, "NOT_FOUND");
	}

	private String issuer() {
		return "http://localhost:" + this.coachflow.port();
	}

	private static String pathOf(JsonNode url) {
		return URI.create(url.asString()).getPath();
	}

	private static List<String> texts(JsonNode array) {
		return array.valueStream().map(JsonNode::asString).toList();
	}

	private static JsonNode claims(Answer answer) {
		return part(answer, 1);
	}

	private static JsonNode part(Answer answer, int index) {
		return JSON.readTree(Base64.getUrlDecoder().decode(answer.field("access_token").split("\\.")[index]));
	}

	private Answer token(String credentials, String body) {
		return form("/oauth2/token", credentials, body);
	}

	private Answer form(String path, String credentials, String body) {
		Map<String, String> headers = new LinkedHashMap<>(Map.of("Content-Type", "application/x-www-form-urlencoded"));
		if (!credentials.isEmpty()) {
			headers.put("Authorization",
					"Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
		}
		return this.coachflow.stranger().send("POST", path, body, headers);
	}

}
