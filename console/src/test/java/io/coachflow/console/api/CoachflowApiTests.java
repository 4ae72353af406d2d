package io.coachflow.console.api;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpMethod;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Against a server of HTTP that answers with what it was asked.
 */
class CoachflowApiTests {

	private HttpServer server;

	private CoachflowApi api;

	@BeforeEach
	void start() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
		this.server.createContext("/echo",
				(exchange) -> answer(exchange, 200,
						"{\"uri\":\"%s\",\"token\":\"%s\",\"language\":\"%s\",\"body\":%s}".formatted(
								exchange.getRequestURI(), exchange.getRequestHeaders().getFirst("Authorization"),
								exchange.getRequestHeaders().getFirst("Accept-Language"), body(exchange))));
		this.server.createContext("/refuse", (exchange) -> {
			exchange.getResponseHeaders().add("Retry-After", "7");
			answer(exchange, 429, "{\"error\":\"RATE_LIMITED\",\"message\":\"Slower.\",\"timestamp\":1.5}");
		});
		this.server.createContext("/broken", (exchange) -> answer(exchange, 502, "<html>"));
		this.server.start();
		this.api = api("http://127.0.0.1:" + this.server.getAddress().getPort() + "/");
		LocaleContextHolder.setLocale(Locale.FRENCH);
	}

	@AfterEach
	void stop() {
		LocaleContextHolder.resetLocaleContext();
		this.server.stop(0);
	}

	@Test
	void aCallCarriesTheTokenTheLanguageAndWhatItIsGiven() {
		JsonNode told = this.api.post(JsonNode.class, Map.of("a", 1), "/echo/{id}", "x y/z?");

		assertThat(told.get("uri").asString()).isEqualTo("/echo/x%20y%2Fz%3F");
		assertThat(told.get("token").asString()).isEqualTo("Bearer secret");
		assertThat(told.get("language").asString()).isEqualTo("fr");
		assertThat(told.get("body").get("a").asInt()).isEqualTo(1);
	}

	@Test
	void aRefusalSaysWhatTheApiSaid() {
		assertThatExceptionOfType(ApiException.class).isThrownBy(() -> this.api.get(JsonNode.class, "/refuse"))
			.satisfies((refusal) -> {
				assertThat(refusal.status()).isEqualTo(429);
				assertThat(refusal.error()).isEqualTo("RATE_LIMITED");
				assertThat(refusal.message()).isEqualTo("Slower.");
				assertThat(refusal.retryAfter()).isEqualTo(Duration.ofSeconds(7));
			});
		assertThatExceptionOfType(ApiException.class)
			.isThrownBy(() -> this.api.call(HttpMethod.GET, "/refuse").copyTo(new MockHttpServletResponse()))
			.satisfies((refusal) -> assertThat(refusal.status()).isEqualTo(429));
	}

	@Test
	void whatIsNoAnswerOfTheApiIsARefusalToo() {
		assertThatExceptionOfType(ApiException.class).isThrownBy(() -> this.api.get(JsonNode.class, "/broken"))
			.satisfies((refusal) -> assertThat(refusal.error()).isEqualTo("HTTP_502"));
		assertThatExceptionOfType(ApiException.class)
			.isThrownBy(() -> api("http://127.0.0.1:1").get(JsonNode.class, "/echo"))
			.satisfies((refusal) -> assertThat(refusal.status()).isEqualTo(503));
	}

	private static CoachflowApi api(String base) {
		return new CoachflowApi(new ApiAddress(new ConsoleProperties(URI.create(base)), new MockEnvironment()),
				() -> "secret", new JsonMapper());
	}

	private static String body(HttpExchange exchange) throws IOException {
		String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
		return body.isEmpty() ? "null" : body;
	}

	private static void answer(HttpExchange exchange, int status, String body) throws IOException {
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().add("Content-Type", "application/json");
		exchange.sendResponseHeaders(status, bytes.length);
		try (OutputStream out = exchange.getResponseBody()) {
			out.write(bytes);
		}
	}

}
