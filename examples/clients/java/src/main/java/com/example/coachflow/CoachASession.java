package com.example.coachflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import com.example.coachflow.client.ApiClient;
import com.example.coachflow.client.ApiException;
import com.example.coachflow.client.ApiResponse;
import com.example.coachflow.client.api.CoachingApi;
import com.example.coachflow.client.api.EventStreamApi;
import com.example.coachflow.client.model.CloudEvent;
import com.example.coachflow.client.model.CoachingResponse;
import com.example.coachflow.client.model.CompleteRequest;
import com.example.coachflow.client.model.CompletionResponse;
import com.example.coachflow.client.model.PackageResponse;
import com.example.coachflow.client.model.SessionResponse;
import com.example.coachflow.client.model.StartRequest;
import com.example.coachflow.client.model.StepRequest;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Coaches a session to its end, follows its package, and reads the event stream in two
 * goes.
 */
public final class CoachASession {

	private static final int ATTEMPTS = 5;

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private static final List<String> ANSWERS = List.of(
			"In 2031 we run 3 restaurants in Dakar, Thiès and Saint-Louis that serve 40,000 guests a year without waste.",
			"Every day we cook healthy Senegalese lunches for 300 office workers, because honest food gives strength.",
			"Employees of 25 to 40 in the banks of Dakar-Plateau who spend 3,000 francs on lunch, four days a week.",
			"Unlike the nine places nearby we buy from 12 local farmers and serve in 8 minutes.",
			"A daily menu at 2,500 francs, a monthly card at 45,000 francs and delivery in 30 minutes by phone.");

	private final HttpClient http = HttpClient.newHttpClient();

	private final JsonMapper json = new JsonMapper();

	private final String url = setting("COACHFLOW_URL", "http://localhost:8000");

	private final String tokenUrl = setting("COACHFLOW_TOKEN_URL", this.url + "/oauth2/token");

	private final Path cursorFile = Path.of(setting("COACHFLOW_CURSOR_FILE", "feed.cursor"));

	private CoachASession() {
	}

	public static void main(String[] args) throws Exception {
		CoachASession example = new CoachASession();
		String token = example.tokenOf(setting("COACHFLOW_CLIENT", "demo"), setting("COACHFLOW_SECRET", "demo-secret"),
				"coaching");
		String session = example.coach(token);
		example.follow(session, token);
		example.resume(session, example.tokenOf(setting("COACHFLOW_FEED_CLIENT", "consumer"),
				setting("COACHFLOW_FEED_SECRET", "consumer-secret"), "coaching:events"));
	}

	/**
	 * Runs a session. Every call has a key of its own, so that whoever is in doubt may
	 * send it again.
	 */
	private String coach(String token) throws ApiException, InterruptedException {
		CoachingApi api = new CoachingApi(client(token));
		String startKey = key();
		StartRequest start = new StartRequest().businessName("Teranga Table").sector("restaurant").city("Dakar");
		String session = patiently(() -> api.startWithHttpInfo(startKey, null, null, start)).getData().getSessionId();
		for (String answer : ANSWERS) {
			String stepKey = key();
			StepRequest step = new StepRequest().sessionId(session).userResponse(answer);
			ApiResponse<CoachingResponse> first = patiently(() -> api.stepWithHttpInfo(step, stepKey, null, null));
			// As if the first answer had been lost on its way: the same again, and
			// nothing happens twice
			ApiResponse<CoachingResponse> again = patiently(() -> api.stepWithHttpInfo(step, stepKey, null, null));
			check(again.getData().equals(first.getData()) && header(again, "Idempotency-Replayed").equals("true"),
					"A step that was sent again was not answered as at first: " + again.getData());
		}
		String completeKey = key();
		CompletionResponse completed = patiently(
				() -> api.completeWithHttpInfo(null, completeKey, null, null, new CompleteRequest().sessionId(session)))
			.getData();
		check(completed.getStatus().toString().equals("completed"), "Not completed: " + completed);
		SessionResponse told = patiently(() -> api.sessionWithHttpInfo(session)).getData();
		check(List.copyOf(told.getAnswers().values()).containsAll(ANSWERS), "Not the answers that were sent: " + told);
		System.out.printf("session %s: %s, %d steps sent twice and counted once%n", session, told.getStatus(),
				ANSWERS.size());
		return session;
	}

	/**
	 * Follows the package, goes away after its first news, and comes back behind what it
	 * has heard.
	 */
	private void follow(String session, String token) throws IOException, InterruptedException {
		List<Long> ids = new ArrayList<>();
		List<PackageResponse> packages = new ArrayList<>();
		int connections = 0;
		Instant deadline = Instant.now().plus(PATIENCE);
		while (packages.isEmpty()) {
			check(Instant.now().isBefore(deadline), "The package is not told in time");
			boolean first = connections++ == 0;
			HttpRequest.Builder request = HttpRequest
				.newBuilder(URI.create(this.url + "/api/v1/coaching/session/" + session + "/package/stream"))
				.timeout(PATIENCE)
				.header("Authorization", "Bearer " + token)
				.header("Accept", "text/event-stream");
			if (!ids.isEmpty()) {
				request.header("Last-Event-ID", ids.get(ids.size() - 1).toString());
			}
			var response = this.http.send(request.build(), BodyHandlers.ofLines());
			try (Stream<String> lines = response.body()) {
				check(response.statusCode() == 200, "The stream is refused: " + response.statusCode());
				ServerSentEvents.read(lines, (event) -> {
					ids.add(Long.valueOf(event.id()));
					if (event.name().equals("package")) {
						packages.add(this.json.readValue(event.data(), PackageResponse.class));
					}
					return !first && packages.isEmpty();
				});
			}
			catch (UncheckedIOException ex) {
				Thread.sleep(1000); // the connection broke: the next one goes on behind
									// the last id
			}
		}
		check(ids.stream().sorted().distinct().toList().equals(ids), "Told twice, or out of order: " + ids);
		String status = packages.get(0).getStatus().toString();
		check(status.equals("complete"), "Not complete: " + status);
		System.out.printf("package: %s, %d events over %d connections%n", status, ids.size(), connections);
	}

	/** Reads the session's first events, stops, and goes on from the stored cursor. */
	private void resume(String session, String token) throws ApiException, InterruptedException, IOException {
		List<String> before = read(session, token, 3, null);
		List<String> after = read(session, token, 100, "io.coachflow.package.completed.v1");
		List<String> types = Stream.concat(before.stream(), after.stream()).toList();
		check(types.get(0).equals("io.coachflow.session.started.v1"), "Begins in the middle: " + types);
		check(Collections.frequency(types, "io.coachflow.session.step-answered.v1") == ANSWERS.size(),
				"Not all steps: " + types);
		check(Collections.frequency(types, "io.coachflow.package.agent-succeeded.v1") == 5, "Not all agents: " + types);
		System.out.printf("feed: %d events, then %d more behind the stored cursor%n", before.size(), after.size());
	}

	/**
	 * Reads from the stored cursor on until the last event has the type, or one came;
	 * stores how far it came.
	 */
	private List<String> read(String session, String token, int limit, @Nullable String until)
			throws ApiException, InterruptedException, IOException {
		EventStreamApi api = new EventStreamApi(client(token));
		List<String> types = new ArrayList<>();
		Instant deadline = Instant.now().plus(PATIENCE);
		while (types.isEmpty() || (until != null && !types.get(types.size() - 1).equals(until))) {
			check(Instant.now().isBefore(deadline), "No " + until + " in time");
			String after = Files.exists(this.cursorFile) ? Files.readString(this.cursorFile) : null;
			ApiResponse<List<CloudEvent>> batch = patiently(
					() -> api.eventsWithHttpInfo(after, limit, 5, null, session, null, null));
			batch.getData().forEach((event) -> types.add(event.getType()));
			// Handled first, stored then: whoever stops in between sees an event twice,
			// but never misses one
			Files.writeString(this.cursorFile, header(batch, "Next-Cursor"));
		}
		return types;
	}

	private String tokenOf(String client, String secret, String scope) throws IOException, InterruptedException {
		String credentials = Base64.getEncoder()
			.encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
		String form = "grant_type=client_credentials&scope=" + URLEncoder.encode(scope, StandardCharsets.UTF_8);
		var response = this.http.send(HttpRequest.newBuilder(URI.create(this.tokenUrl))
			.timeout(PATIENCE)
			.header("Authorization", "Basic " + credentials)
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(form))
			.build(), BodyHandlers.ofString());
		check(response.statusCode() == 200, "No token for " + client + ": " + response.body());
		return this.json.readTree(response.body()).get("access_token").asString();
	}

	private ApiClient client(String token) {
		ApiClient client = new ApiClient();
		client.updateBaseUri(this.url);
		client.setReadTimeout(PATIENCE);
		client.setRequestInterceptor((request) -> request.setHeader("Authorization", "Bearer " + token));
		return client;
	}

	/** A call of the generated client. */
	private interface Call<T> {

		ApiResponse<T> send() throws ApiException;

	}

	/**
	 * Sends a call again where no answer came, or where the service asks to come back.
	 */
	private static <T> ApiResponse<T> patiently(Call<T> call) throws ApiException, InterruptedException {
		for (int attempt = 1;; attempt++) {
			try {
				return call.send();
			}
			catch (ApiException ex) {
				boolean lost = ex.getCause() instanceof IOException;
				if (attempt == ATTEMPTS || !(lost || ex.getCode() == 429 || ex.getCode() == 503)) {
					throw ex;
				}
				long seconds = lost ? attempt : ex.getResponseHeaders().firstValueAsLong("Retry-After").orElse(attempt);
				Thread.sleep(Duration.ofSeconds(seconds).toMillis());
			}
		}
	}

	private static String key() {
		return UUID.randomUUID().toString();
	}

	private static String header(ApiResponse<?> response, String name) {
		return response.getHeaders().getOrDefault(name, List.of("")).get(0);
	}

	private static String setting(String name, String otherwise) {
		return System.getenv().getOrDefault(name, otherwise);
	}

	private static void check(boolean holds, String otherwise) {
		if (!holds) {
			throw new IllegalStateException(otherwise);
		}
	}

}
