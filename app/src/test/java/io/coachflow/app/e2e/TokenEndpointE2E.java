package io.coachflow.app.e2e;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

import io.coachflow.app.e2e.Caller.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.coachflow.app.e2e.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The local issuer gives a client a token of its own scope, and says what is wrong in the
 * names of RFC 6749.
 */
@ExtendWith(SharedCoachflow.class)
class TokenEndpointE2E {

	private static final String GRANT = "grant_type=client_credentials&scope=coaching";

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
	@ValueSource(strings = { "/oauth2/introspect", "/oauth2/revoke", "/oauth2/device_authorization", "/oauth2/par",
			"/oauth2/authorize", "/connect/register", "/userinfo", "/login", "/logout" })
	void theIssuerOffersNothingElse(String path) {
		assertRefused(form(path, "demo:demo-secret", "token=x"), 401, "UNAUTHORIZED");
		assertRefused(this.coachflow.stranger().get(path), 401, "UNAUTHORIZED");
		assertRefused(this.coachflow.demo().get(path), 404, "NOT_FOUND");
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
