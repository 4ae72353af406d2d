package io.coachflow.app.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody who calls the interface, with a token or without.
 */
final class Caller {

	static final String COACHING = "/api/v1/coaching";

	private static final JsonMapper JSON = new JsonMapper();

	private final HttpClient http;

	private final int port;

	private final @Nullable String token;

	Caller(HttpClient http, int port, @Nullable String token) {
		this.http = http;
		this.port = port;
		this.token = token;
	}

	static Caller withToken(HttpClient http, int port, String client, String scope) {
		String credentials = Base64.getEncoder()
			.encodeToString((client + ":" + client + "-secret").getBytes(StandardCharsets.UTF_8));
		Answer answer = new Caller(http, port, null).send("POST", "/oauth2/token",
				"grant_type=client_credentials&scope=" + scope.replace(":", "%3A"),
				Map.of("Authorization", "Basic " + credentials, "Content-Type", "application/x-www-form-urlencoded"));
		if (answer.status() != 200) {
			throw new AssertionError("No token for " + client + ": " + answer);
		}
		return new Caller(http, port, answer.json().get("access_token").asString());
	}

	String token() {
		return String.valueOf(this.token);
	}

	/** The same caller under another token. */
	Caller with(@Nullable String otherToken) {
		return new Caller(this.http, this.port, otherToken);
	}

	Answer start(Map<String, ?> body, String... headers) {
		return post(COACHING + "/start", body, headers);
	}

	/** Starts a session and gives its id. */
	String startedSession() {
		return start(Map.of()).json().get("session_id").asString();
	}

	Answer step(String sessionId, String answer, String... headers) {
		return post(COACHING + "/step", Map.of("session_id", sessionId, "user_response", answer), headers);
	}

	/** The cursor behind the last event, for a consumer. */
	String endOfFeed() {
		String cursor = "";
		while (true) {
			Answer page = get("/api/v1/events?limit=1000&after=" + cursor);
			if (page.status() != 200) {
				throw new AssertionError("No events: " + page);
			}
			cursor = page.header("Next-Cursor");
			if (page.json().isEmpty()) {
				return cursor;
			}
		}
	}

	Answer complete(String sessionId, String... headers) {
		return post(COACHING + "/complete", Map.of("session_id", sessionId), headers);
	}

	Answer session(String sessionId) {
		return get(COACHING + "/session/" + sessionId);
	}

	Answer get(String path, String... headers) {
		return send("GET", path, null, headers(headers));
	}

	Answer delete(String path) {
		return send("DELETE", path, null, Map.of());
	}

	Answer post(String path, Map<String, ?> body, String... headers) {
		return postText(path, JSON.writeValueAsString(body), headers);
	}

	Answer postText(String path, String body, String... headers) {
		Map<String, String> all = new LinkedHashMap<>(Map.of("Content-Type", "application/json"));
		all.putAll(headers(headers));
		return send("POST", path, body, all);
	}

	Answer postBytes(String path, byte[] body) {
		return sendBody("POST", path, HttpRequest.BodyPublishers.ofByteArray(body),
				Map.of("Content-Type", "application/json"));
	}

	Answer send(String method, String path, @Nullable String body, Map<String, String> headers) {
		return sendBody(method, path,
				(body != null) ? HttpRequest.BodyPublishers.ofString(body) : HttpRequest.BodyPublishers.noBody(),
				headers);
	}

	Answer sendBody(String method, String path, HttpRequest.BodyPublisher body, Map<String, String> headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + path))
			.timeout(Duration.ofSeconds(30))
			.method(method, body);
		if (this.token != null) {
			request.header("Authorization", "Bearer " + this.token);
		}
		headers.forEach(request::header);
		try {
			long begun = System.nanoTime();
			HttpResponse<byte[]> response = this.http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
			return new Answer(response, Duration.ofNanos(System.nanoTime() - begun));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static Map<String, String> headers(String... pairs) {
		Map<String, String> headers = new LinkedHashMap<>();
		for (int i = 0; i < pairs.length; i += 2) {
			headers.put(pairs[i], pairs[i + 1]);
		}
		return headers;
	}

	/**
	 * What came back, and after how long.
	 */
	record Answer(HttpResponse<byte[]> response, Duration took) {

		int status() {
			return this.response.statusCode();
		}

		String header(String name) {
			return this.response.headers().firstValue(name).orElse("");
		}

		byte[] bytes() {
			return this.response.body();
		}

		String text() {
			return new String(this.response.body(), StandardCharsets.UTF_8);
		}

		JsonNode json() {
			return JSON.readTree(this.response.body());
		}

		/** A field of the body, as text. */
		String field(String name) {
			return json().path(name).asString();
		}

		@Override
		public String toString() {
			return status() + " " + text();
		}

	}

}
