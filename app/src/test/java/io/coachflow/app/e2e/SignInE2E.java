package io.coachflow.app.e2e;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
 * The local issuer signs a user in for the console: somebody picks the user, and the
 * console gets a token of that user's scope.
 */
@OnSharedCoachflow
class SignInE2E {

	private static final String VERIFIER = "a-verifier-of-at-least-forty-three-characters-as-in-rfc-7636";

	private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

	private static final JsonMapper JSON = new JsonMapper();

	private final RunningCoachflow coachflow;

	private final Caller browser;

	SignInE2E(RunningCoachflow coachflow) {
		this.coachflow = coachflow;
		this.browser = new Caller(HttpClient.newBuilder().cookieHandler(new CookieManager()).build(), coachflow.port(),
				null);
	}

	@ParameterizedTest
	@CsvSource({ "demo, coaching", "demo2, coaching", "auditor, coaching:audit", "consumer, coaching:events",
			"analyst, coaching:analytics", "admin, coaching:admin" })
	void theConsoleGetsATokenOfTheScopeOfItsUser(String user, String scope) {
		Answer answer = redeem(codeFor(user), VERIFIER, redirect("localhost"));

		assertThat(answer.status()).as("%s", answer).isEqualTo(200);
		assertThat(answer.field("scope")).isEqualTo(scope);
		assertThat(answer.json().has("refresh_token")).isFalse();
		assertThat(answer.json().get("expires_in").asInt()).isBetween(12 * 60 * 60 - 60, 12 * 60 * 60);
		JsonNode claims = part(answer, 1);
		assertThat(part(answer, 0).get("typ").asString()).isEqualTo("at+jwt");
		assertThat(claims.get("sub").asString()).isEqualTo(user);
		assertThat(claims.get("scope").asString()).isEqualTo(scope);
		assertThat(claims.get("client_id").asString()).isEqualTo("console");
		assertThat(claims.get("aud").asString()).isEqualTo("coachflow-api");
	}

	@Test
	void theUserIsTheOneOfTheClientOfTheSameName() {
		String session = this.coachflow.demo().startedSession();
		Caller demo = this.coachflow.stranger()
			.with(redeem(codeFor("demo"), VERIFIER, redirect("localhost")).field("access_token"));
		Caller other = this.coachflow.stranger()
			.with(redeem(codeFor("demo2"), VERIFIER, redirect("localhost")).field("access_token"));

		assertThat(demo.session(session).status()).isEqualTo(200);
		assertThat(other.session(session).status()).isIn(403, 404);
	}

	@Test
	void theConsoleMayBeCalledByItsNumberToo() {
		Map<String, String> request = request();
		request.put("redirect_uri", redirect("127.0.0.1"));
		String back = choose(request, "auditor");

		assertThat(back).startsWith(redirect("127.0.0.1") + "?code=").contains("state=some-state");
		assertThat(redeem(parameter(back, "code"), VERIFIER, redirect("127.0.0.1")).status()).isEqualTo(200);
	}

	@Test
	void everySignInAsksWhoItIs() {
		codeFor("demo");

		Answer again = authorize(request());

		assertThat(again.status()).isIn(302, 303);
		assertThat(location(again)).startsWith("/login?");
	}

	@Test
	void aCodeIsGoodForOneToken() {
		String code = codeFor("demo");

		assertThat(redeem(code, VERIFIER, redirect("localhost")).status()).isEqualTo(200);
		assertRefused(redeem(code, VERIFIER, redirect("localhost")), 400, "invalid_grant");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "another-verifier-of-at-least-forty-three-characters-as-in-it" })
	void aCodeIsForWhoeverAskedForIt(String verifier) {
		assertRefused(redeem(codeFor("demo"), verifier, redirect("localhost")), 400, "invalid_grant");
	}

	@Test
	void anotherClientCannotRedeemTheCode() {
		assertRefused(token("demo", "grant_type=authorization_code&code=" + codeFor("demo") + "&code_verifier="
				+ VERIFIER + "&redirect_uri=" + encoded(redirect("localhost"))), 400, "invalid_grant");
	}

	@ParameterizedTest
	@CsvSource({ "code_challenge, ''", "code_challenge_method, plain", "scope, openid" })
	void aRequestThatTheIssuerDoesNotTakeGoesBackWithAnError(String name, String value) {
		Map<String, String> request = request();
		request.put(name, value);
		request.values().removeIf(String::isEmpty);

		Answer answer = authorize(request);

		assertThat(answer.status()).isIn(302, 303);
		assertThat(answer.header("Location")).startsWith(redirect("localhost") + "?error=invalid_");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://evil.example/login/oauth2/code/coachflow",
			"http://localhost:1/login/oauth2/code/coachflow", "http://127.0.0.1:1/login/oauth2/code/coachflow",
			"http://localhost:PORT/elsewhere", "http://[::1]:PORT/login/oauth2/code/coachflow",
			"http://localhost:PORT@evil.example/login/oauth2/code/coachflow", "" })
	void nobodyIsSentElsewhere(String redirect) {
		Map<String, String> request = request();
		request.put("redirect_uri", redirect.replace("PORT", Integer.toString(this.coachflow.port())));

		Answer answer = authorize(request);

		assertRefused(answer, 400, "INVALID_REQUEST");
		assertThat(answer.header("Location")).isEmpty();
		// Nor by choosing a user on a page whose address somebody made up
		Answer chosen = chosen(request, "demo");
		assertThat(authorizeAt(location(chosen)).status()).isEqualTo(400);
	}

	@ParameterizedTest
	@ValueSource(strings = { "demo", "nobody" })
	void onlyTheConsoleSignsUsersIn(String client) {
		Map<String, String> request = request();
		request.put("client_id", client);

		assertRefused(authorize(request), 400, "INVALID_REQUEST");
		assertRefused(this.browser.get("/oauth2/authorize"), 400, "INVALID_REQUEST");
	}

	@Test
	void aUserGivesNoScopeButTheirOwn() {
		Map<String, String> request = request();
		request.put("scope", "coaching:admin");
		Answer chosen = chosen(request, "demo");

		Answer answer = authorizeAt(location(chosen));

		assertRefused(answer, 400, "INVALID_REQUEST");
	}

	@Test
	void theConsoleDoesNotActForItself() {
		assertRefused(token("console", "grant_type=client_credentials"), 400, "unauthorized_client");
	}

	@Test
	void onlyTheUsersOfTheLocalRunExist() {
		for (String user : new String[] { "nobody", "console", "", "DEMO" }) {
			assertRefused(chosen(request(), user), 400, "INVALID_REQUEST");
		}
		assertThat(location(authorize(request()))).startsWith("/login?");
	}

	@Test
	void theChoiceNeedsThePage() {
		page(request());

		for (String token : new String[] { "", "&_csrf=x" }) {
			assertRefused(post("/login?" + query(request()), "user=demo" + token), 403, "FORBIDDEN");
		}
		assertThat(location(authorize(request()))).startsWith("/login?");
	}

	@Test
	void thePageShowsWhomOneMayBe() {
		Answer page = page(request());

		assertThat(page.header("Content-Type")).startsWith("text/html");
		assertThat(page.header("Content-Security-Policy")).startsWith("default-src 'none'; style-src 'self'")
			.contains("frame-ancestors 'none'");
		assertThat(page.header("Cache-Control")).contains("no-store");
		assertThat(page.text())
			.contains("<html lang=\"en\">", "Sign in to the local run", "There is no password", "entrepreneur",
					"reads and verifies histories")
			.doesNotContain("<script", "style=", "jsessionid");
		for (String user : new String[] { "demo", "demo2", "auditor", "consumer", "analyst", "admin" }) {
			assertThat(page.text()).contains("value=\"" + user + "\"");
		}
		assertThat(this.browser.get("/issuer/login.css").header("Content-Type")).startsWith("text/css");
	}

	@Test
	void thePageSpeaksFrenchToo() {
		String address = "/login?" + query(request());

		assertThat(this.browser.get(address, "Accept-Language", "fr-CA, fr;q=0.9").text())
			.contains("<html lang=\"fr\">", "Se connecter en local");
		Caller stranger = this.coachflow.stranger();
		assertThat(stranger.get(address, "Cookie", "coachflow-lang=fr").text()).contains("<html lang=\"fr\">");
		assertThat(stranger.get(address, "Cookie", "coachflow-lang=en", "Accept-Language", "fr").text())
			.contains("<html lang=\"en\">");
		assertThat(stranger.get(address, "Cookie", "coachflow-lang=x\"><b>").text()).doesNotContain("<b>");
	}

	@Test
	void whatIsInTheAddressIsText() {
		Map<String, String> request = request();
		request.put("state", "\"><script>alert(1)</script>");

		assertThat(page(request).text()).doesNotContain("<script");
		assertThat(choose(request, "demo")).contains("state=%22%3E%3Cscript%3E");
	}

	@Test
	void thePageIsOnlyPartOfASignIn() {
		Answer answer = this.browser.get("/login");

		assertThat(answer.status()).isIn(302, 303);
		assertThat(location(answer)).isEqualTo("/");
	}

	private String codeFor(String user) {
		String back = choose(request(), user);
		assertThat(back).startsWith(redirect("localhost") + "?code=").contains("state=some-state");
		return parameter(back, "code");
	}

	/** Where somebody comes to who chose that user. */
	private String choose(Map<String, String> request, String user) {
		Answer sent = authorize(request);
		assertThat(location(sent)).as("%s", sent).startsWith("/login?");
		Answer chosen = chosen(request, user);
		assertThat(location(chosen)).as("%s", chosen).startsWith("/oauth2/authorize?");
		return authorizeAt(location(chosen)).header("Location");
	}

	private Answer chosen(Map<String, String> request, String user) {
		Matcher token = CSRF.matcher(page(request).text());
		assertThat(token.find()).isTrue();
		return post("/login?" + query(request), "user=" + user + "&_csrf=" + encoded(token.group(1)));
	}

	private Answer page(Map<String, String> request) {
		Answer page = this.browser.get("/login?" + query(request));
		assertThat(page.status()).as("%s", page).isEqualTo(200);
		return page;
	}

	private Answer authorize(Map<String, String> request) {
		return authorizeAt("/oauth2/authorize?" + query(request));
	}

	private Answer authorizeAt(String address) {
		return this.browser.get(address, "Accept", "text/html");
	}

	/** What the console asks with. */
	private Map<String, String> request() {
		Map<String, String> request = new LinkedHashMap<>();
		request.put("response_type", "code");
		request.put("client_id", "console");
		request.put("redirect_uri", redirect("localhost"));
		request.put("scope", "coaching coaching:audit coaching:events coaching:analytics coaching:admin");
		request.put("state", "some-state");
		request.put("code_challenge", challenge());
		request.put("code_challenge_method", "S256");
		return request;
	}

	private String redirect(String host) {
		return "http://" + host + ":" + this.coachflow.port() + "/login/oauth2/code/coachflow";
	}

	private Answer redeem(String code, String verifier, String redirect) {
		return token("console", "grant_type=authorization_code&code=" + code + "&redirect_uri=" + encoded(redirect)
				+ (verifier.isEmpty() ? "" : "&code_verifier=" + verifier));
	}

	private Answer token(String client, String body) {
		String credentials = client + ":" + client + "-secret";
		return this.coachflow.stranger()
			.send("POST", "/oauth2/token", body, Map.of("Content-Type", "application/x-www-form-urlencoded",
					"Authorization",
					"Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8))));
	}

	private Answer post(String path, String body) {
		return this.browser.send("POST", path, body, Map.of("Content-Type", "application/x-www-form-urlencoded"));
	}

	private static String query(Map<String, String> parameters) {
		StringBuilder query = new StringBuilder();
		parameters.forEach((name,
				value) -> query.append(query.isEmpty() ? "" : "&").append(name).append('=').append(encoded(value)));
		return query.toString();
	}

	/** Without the host, which the service gives or leaves out. */
	private static String location(Answer answer) {
		URI location = URI.create(answer.header("Location"));
		return location.getRawPath() + ((location.getRawQuery() != null) ? "?" + location.getRawQuery() : "");
	}

	private static String parameter(String url, String name) {
		Matcher found = Pattern.compile("[?&]" + name + "=([^&]+)").matcher(url);
		assertThat(found.find()).as(url).isTrue();
		return found.group(1);
	}

	private static String challenge() {
		try {
			return Base64.getUrlEncoder()
				.withoutPadding()
				.encodeToString(
						MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	private static JsonNode part(Answer answer, int index) {
		return JSON.readTree(Base64.getUrlDecoder().decode(answer.field("access_token").split("\\.")[index]));
	}

}
