package io.coachflow.app.e2e;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

import io.coachflow.app.e2e.Caller.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static io.coachflow.app.e2e.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Consumers read the event stream, in batches and as it happens.
 */
@OnSharedCoachflow
class FeedE2E {

	private static final String EVENTS = "/api/v1/events";

	private static final String SECRET = "In 2031 we run 3 restaurants in Dakar, Thiès and Saint-Louis 🍲.";

	private static final JsonMapper JSON = new JsonMapper();

	private final RunningCoachflow coachflow;

	private final Caller demo;

	private final Caller consumer;

	private final Caller auditor;

	FeedE2E(RunningCoachflow coachflow) {
		this.coachflow = coachflow;
		this.demo = coachflow.demo();
		this.consumer = coachflow.caller("consumer", "coaching:events");
		this.auditor = coachflow.caller("auditor", "coaching:audit");
	}

	@Test
	void aSessionAndItsPackageAreToldInOrderWithoutWhatPeopleWrote() {
		String session = completed();
		await().until(() -> types(session).contains("io.coachflow.package.completed.v1"));

		List<JsonNode> events = read(EVENTS + "?session_id=" + session + "&limit=1000");

		assertThat(types(session))
			.startsWith("io.coachflow.session.started.v1", "io.coachflow.session.step-answered.v1")
			.contains("io.coachflow.session.completed.v1", "io.coachflow.package.requested.v1",
					"io.coachflow.package.agent-succeeded.v1")
			.endsWith("io.coachflow.package.completed.v1")
			.hasSize(7 + 7);
		JsonNode answered = events.get(1);
		assertThat(answered.get("specversion").asString()).isEqualTo("1.0");
		assertThat(answered.get("subject").asString()).isEqualTo(session);
		assertThat(answered.get("aggregatesequence").asLong()).isEqualTo(1);
		assertThat(answered.at("/data/answer_length").asInt()).isEqualTo(SECRET.codePointCount(0, SECRET.length()));
		assertThat(answered.at("/data/sector").asString()).isEqualTo("restaurant");
		assertThat(answered.at("/data/confidence/score").asDouble()).isPositive();
		assertThat(events.toString()).doesNotContain("Thiès", "Teranga", "\"demo\"", "user_id", "tagline");

		assertThat(this.auditor.get(EVENTS + "?session_id=" + session + "&limit=1000").json().toString())
			.contains("Thiès", "Teranga", "\"demo\"", "tagline");
	}

	@Test
	void eachEventAndTheDocumentsAreAsTheirSchemasSay() throws IOException {
		String before = head();
		String session = completed();
		await().until(() -> types(session).contains("io.coachflow.package.completed.v1"));

		PublishedSchemas.assertKeptBy(this.coachflow, before);
		Answer asyncApi = this.coachflow.stranger().get(EVENTS + "/asyncapi");
		assertThat(PublishedSchemas.flawsOfAsyncApi(asyncApi.text())).isEmpty();
		assertThat(PublishedSchemas
			.flawsOfAsyncApi(asyncApi.text().replaceFirst("(\"protocol\"\\s*:)\\s*\"http\"", "$1 7"))).isNotEmpty();
		JsonNode document = asyncApi.json();
		assertThat(document.get("asyncapi").asString()).isEqualTo("3.0.0");
		assertThat(document.at("/components/messages").size()).isEqualTo(14);
		assertThat(document.at("/servers/http/host").asString()).isEqualTo("127.0.0.1:" + this.coachflow.port());
		assertThat(document.at("/channels/topic/address").asString()).isEqualTo("coachflow-events");
		assertRefused(this.consumer.get(EVENTS + "/schemas/io.coachflow.session.unknown.v1"), 404, "NOT_FOUND");
		assertRefused(this.consumer.get(EVENTS + "/schemas/..%2fapplication"), 400, "INVALID_REQUEST");
	}

	@Test
	void cursorsResumeAndFiltersKeepThemValid() {
		String session = completed();
		String type = "&type=io.coachflow.session.completed";

		List<String> ids = new ArrayList<>();
		String cursor = "";
		for (int i = 0; i < 7; i++) {
			Answer page = this.consumer.get(EVENTS + "?limit=1&session_id=" + session + "&after=" + cursor);
			assertThat(page.json()).hasSize(1);
			ids.add(page.json().at("/0/id").asString());
			cursor = page.json().at("/0/cursor").asString();
			assertThat(page.header("Next-Cursor")).isEqualTo(cursor);
		}
		assertThat(ids).doesNotHaveDuplicates();
		Answer filtered = this.consumer.get(EVENTS + "?session_id=" + session + type + ".v1");
		assertThat(filtered.json()).hasSize(1);
		assertThat(this.consumer.get(EVENTS + "?session_id=" + session + "&type=io.coachflow.session").json())
			.hasSize(7);
		Answer rest = this.consumer
			.get(EVENTS + "?session_id=" + session + type + "&after=" + filtered.header("Next-Cursor"));
		assertThat(rest.json()).isEmpty();
		assertThat(rest.header("Next-Cursor")).isNotBlank();
		assertThat(rest.header("Content-Type")).startsWith("application/cloudevents-batch+json");
	}

	@Test
	void whoWaitsIsToldAtOnce() throws Exception {
		String cursor = head();
		Thread.ofVirtual().start(() -> {
			try {
				Thread.sleep(700);
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
			this.demo.startedSession();
		});

		Answer answer = this.consumer.get(EVENTS + "?wait=20&type=io.coachflow.session.started&after=" + cursor);

		assertThat(answer.json()).isNotEmpty();
		assertThat(answer.took()).isBetween(Duration.ofMillis(500), Duration.ofSeconds(5));
		assertThat(this.consumer.get(EVENTS + "?wait=1&type=io.coachflow.session.deleted&after=" + head()).took())
			.isGreaterThan(Duration.ofMillis(900));
	}

	@Test
	void batchesComeCompressedToThoseWhoAskForIt() throws Exception {
		completed();

		Answer answer = this.consumer.get(EVENTS + "?limit=50", "Accept-Encoding", "gzip");

		assertThat(answer.header("Content-Encoding")).isEqualTo("gzip");
		try (InputStream plain = new GZIPInputStream(new ByteArrayInputStream(answer.bytes()))) {
			assertThat(JSON.readTree(new String(plain.readAllBytes(), StandardCharsets.UTF_8))).isNotEmpty();
		}
	}

	@Test
	void aStreamTellsEachEventAndResumes() throws Exception {
		String cursor = head();
		String first = this.demo.startedSession();
		String last;
		try (HttpClient http = HttpClient.newHttpClient();
				EventStream stream = EventStream.open(http, this.coachflow.port(), this.consumer.token(),
						EVENTS + "?type=io.coachflow.session.started&after=" + cursor)) {
			assertThat(stream.status()).isEqualTo(200);
			assertThat(stream.header("Content-Type")).startsWith("text/event-stream");
			EventStream.Event told = stream.next(Duration.ofSeconds(5));
			assertThat(told.name()).isEqualTo("io.coachflow.session.started.v1");
			assertThat(told.json().get("subject").asString()).isEqualTo(first);
			assertThat(told.json().get("cursor").asString()).isEqualTo(told.id());
			last = told.id();
			String second = this.demo.startedSession();
			assertThat(stream.next(Duration.ofSeconds(5)).json().get("subject").asString()).isEqualTo(second);
		}
		try (HttpClient http = HttpClient.newHttpClient();
				EventStream stream = EventStream.open(http, this.coachflow.port(), this.consumer.token(),
						EVENTS + "?type=io.coachflow.session.started", "Last-Event-ID", last)) {
			assertThat(stream.next(Duration.ofSeconds(5)).json().get("subject").asString()).isNotEqualTo(first);
		}
	}

	@Test
	void whatCanMatchNothingIsRefusedByTheTypesThatThereAre() {
		Answer refused = this.consumer.get(EVENTS + "?type=io.coachflow.session.");

		assertRefused(refused, 400, "INVALID_REQUEST");
		this.consumer.get(EVENTS + "/asyncapi")
			.json()
			.at("/components/messages")
			.propertyNames()
			.forEach((name) -> assertThat(refused.field("message"))
				.contains("io.coachflow." + name.replaceFirst("_", ".").replace('_', '-') + ".v1"));
	}

	@Test
	void oneListenerHearsAllWhoAsksForThat() throws Exception {
		String cursor = head();
		String session = this.demo.startedSession();
		try (HttpClient http = HttpClient.newHttpClient();
				EventStream stream = EventStream.open(http, this.coachflow.port(), this.consumer.token(),
						EVENTS + "?event=message&after=" + cursor)) {
			EventStream.Event told = stream.next(Duration.ofSeconds(5));
			assertThat(told.name()).isEqualTo("message");
			assertThat(told.json().get("type").asString()).isEqualTo("io.coachflow.session.started.v1");
			assertThat(told.json().get("subject").asString()).isEqualTo(session);
		}
	}

	@Test
	void aStreamEndsWithTheTokenThatOpenedIt() throws Exception {
		Instant end = Instant.now().plusSeconds(3).truncatedTo(ChronoUnit.SECONDS);
		String token = new TokenForge(this.coachflow).with((
				claims) -> claims.subject("consumer").claim("scope", "coaching:events").expirationTime(Date.from(end)));
		try (HttpClient http = HttpClient.newHttpClient();
				EventStream stream = EventStream.open(http, this.coachflow.port(), token,
						EVENTS + "?type=io.coachflow.session.deleted&after=" + head())) {
			assertThat(stream.status()).isEqualTo(200);
			stream.rest(Duration.ofSeconds(10));
			assertThat(Instant.now()).isBetween(end, end.plusSeconds(2));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "?limit=0", "?limit=1001", "?limit=x", "?wait=31", "?wait=-1", "?after=nonsense",
			"?after=MTo5OTk5OTk5OTk5OTk5OTk5OTk5OTk", "?after=MTo5OTk5OTk5", "?type=com.example",
			"?type=io.coachflow.session.", "?type=io.coachflow.session.step-answerd.v1", "?event=x", "?session_id=x" })
	void whatMakesNoSenseIsRefused(String query) {
		assertRefused(this.consumer.get(EVENTS + query), 400, "INVALID_REQUEST");
	}

	@Test
	void othersAreRefused() {
		assertRefused(this.demo.get(EVENTS), 403, "FORBIDDEN");
		assertRefused(this.coachflow.stranger().get(EVENTS), 401, "UNAUTHORIZED");
		assertRefused(this.consumer.get(EVENTS, "Accept", "text/html"), 406, "NOT_ACCEPTABLE");
		assertRefused(this.consumer.post(EVENTS, Map.of()), 405, "METHOD_NOT_ALLOWED");
		assertRefused(this.consumer.get(Caller.COACHING + "/sessions"), 403, "FORBIDDEN");
	}

	private String head() {
		return this.consumer.endOfFeed();
	}

	private List<String> types(String session) {
		return read(EVENTS + "?limit=1000&session_id=" + session).stream()
			.map((it) -> it.get("type").asString())
			.toList();
	}

	private List<JsonNode> read(String path) {
		List<JsonNode> all = new ArrayList<>();
		String cursor = "";
		while (true) {
			Answer page = this.consumer.get(path + "&after=" + cursor);
			assertThat(page.status()).as("%s", page).isEqualTo(200);
			if (page.json().isEmpty() && page.header("Next-Cursor").equals(cursor)) {
				return all;
			}
			page.json().forEach(all::add);
			cursor = page.header("Next-Cursor");
		}
	}

	private String completed() {
		String session = this.demo.start(Map.of("business_name", "Teranga Table", "sector", "restaurant"))
			.field("session_id");
		this.demo.step(session, SECRET);
		CoachingSessionE2E.STEPS.subList(1, 5)
			.forEach((step) -> this.demo.step(session, "We cook in Dakar for " + step));
		return session;
	}

}
