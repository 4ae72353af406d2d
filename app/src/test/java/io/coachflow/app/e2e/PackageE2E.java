package io.coachflow.app.e2e;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.coachflow.app.CoachflowApplication;
import io.coachflow.app.TestServers;
import io.coachflow.app.e2e.Caller.Answer;
import io.coachflow.contracts.enrichment.Agent;
import io.coachflow.contracts.enrichment.PackageIds;
import io.coachflow.contracts.enrichment.PackageStatus;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.JsonNode;

import static io.coachflow.app.e2e.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Reading a package, of which the tests write the history themselves: nothing else works
 * on it here.
 */
@SpringBootTest(classes = CoachflowApplication.class, webEnvironment = WebEnvironment.DEFINED_PORT,
		properties = "coachflow.roles=api,projections")
@ContextConfiguration(initializers = TestServers.class)
@DirtiesContext
@Isolated("measures times")
class PackageE2E {

	private final HttpClient http = HttpClient.newHttpClient();

	@Autowired
	private EventStore events;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private StringRedisTemplate redis;

	@Value("${server.port}")
	private int port;

	private Caller demo;

	@BeforeEach
	void login() {
		this.demo = Caller.withToken(this.http, this.port, "demo", "coaching");
	}

	@Test
	void aPackageIsReadAsItGrows() {
		String session = completedSession("en");
		PackageHistory history = history(session).requested();

		Answer requested = read(session);
		assertThat(requested.status()).isEqualTo(200);
		assertThat(requested.header("Content-Type")).isEqualTo("application/json");
		assertThat(requested.header("ETag")).isEqualTo("\"0\"");
		assertThat(requested.header("Content-Language")).isEqualTo("en");
		assertThat(requested.header("Vary")).contains("Accept");
		assertThat(requested.field("session_id")).isEqualTo(session);
		assertThat(requested.field("status")).isEqualTo("running");
		assertThat(requested.json().at("/brief/differentiation").asString())
			.isEqualTo("Recipes of <three> grandmothers.");
		assertThat(requested.json().get("agents").propertyNames()).containsExactly("research", "content", "logo", "seo",
				"template");
		assertThat(requested.json().at("/agents/seo/state").asString()).isEqualTo("pending");
		assertThat(requested.json().at("/agents/seo/requested_at").asString()).isNotEmpty();

		history.starts(Agent.SEO, 1, 1).delays(Agent.SEO, 1, 1);
		JsonNode delayed = read(session).json().at("/agents/seo");
		assertThat(delayed.get("state").asString()).isEqualTo("pending");
		assertThat(delayed.at("/fault/kind").asString()).isEqualTo("timeout");
		assertThat(delayed.get("retry_at").asString()).isEqualTo("2099-01-01T00:00:00Z");

		history.starts(Agent.SEO, 1, 2).succeeds(Agent.SEO, 1, 2);
		JsonNode seo = read(session).json().at("/agents/seo");
		assertThat(seo.get("state").asString()).isEqualTo("succeeded");
		assertThat(seo.get("attempts").asInt()).isEqualTo(2);
		assertThat(seo.get("source").asString()).isEqualTo("offline");
		assertThat(seo.at("/receipt/model").asString()).isEqualTo("rules");
		assertThat(seo.at("/result/kind").asString()).isEqualTo("seo");
		assertThat(seo.at("/result/json_ld/@type").asString()).isEqualTo("Restaurant");

		history.fails(Agent.LOGO, 1, 1).completes(PackageStatus.PARTIAL);
		Answer settled = read(session);
		assertThat(settled.field("status")).isEqualTo("partial");
		assertThat(settled.field("completed_at")).isNotEmpty();
		assertThat(settled.header("ETag")).isEqualTo("\"6\"");
	}

	@Test
	void whoReadsAfterAWriteReadsTheWrite() {
		String session = completedSession("en");
		PackageHistory history = history(session).requested().allSucceed();

		for (int generation = 2; generation < 60; generation++) {
			history.asksAgain(Agent.CONTENT, generation);

			Answer answer = read(session);

			assertThat(answer.json().get("sequence").asLong()).isEqualTo(history.sequence());
			assertThat(answer.json().at("/agents/content/generation").asInt()).isEqualTo(generation);
			assertThat(answer.json().at("/agents/content/result_generation").asInt()).isEqualTo(generation - 1);
			history.succeeds(Agent.CONTENT, generation, 1).completes(PackageStatus.COMPLETE);
		}
	}

	@Test
	void whatHasNotChangedIsNotSentAgain() {
		String session = completedSession("en");
		PackageHistory history = history(session).requested();

		Answer same = this.demo.get(path(session), "If-None-Match", read(session).header("ETag"));
		assertThat(same.status()).isEqualTo(304);
		assertThat(same.bytes()).isEmpty();

		history.starts(Agent.SEO, 1, 1);
		assertThat(this.demo.get(path(session), "If-None-Match", "\"0\"").status()).isEqualTo(200);
		String markdown = this.demo.get(path(session) + "?format=markdown").header("ETag");
		assertThat(markdown).as("Another form is another entity").isNotEqualTo(read(session).header("ETag"));
		assertThat(this.demo.get(path(session) + "?format=markdown", "If-None-Match", markdown).status())
			.isEqualTo(304);
	}

	@Test
	void beforeItIsAskedForAPackageIsExpectedAndWaitedForABit() throws Exception {
		String session = completedSession("en");

		Answer expected = read(session);
		assertThat(expected.status()).isEqualTo(200);
		assertThat(expected.field("status")).isEqualTo("running");
		assertThat(expected.json().get("brief").isNull()).isTrue();
		assertThat(expected.json().get("sequence").isNull()).isTrue();
		assertThat(expected.json().get("agents").valueStream().map((agent) -> agent.get("state").asString()))
			.containsOnly("pending")
			.hasSize(5);
		assertThat(expected.header("ETag")).isEmpty();
		assertThat(expected.took()).isLessThan(Duration.ofSeconds(4));

		CompletableFuture<Void> saga = CompletableFuture.runAsync(() -> history(session).requested(),
				CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS));
		Answer requested = read(session);
		assertThat(requested.json().get("sequence").asInt()).isZero();
		assertThat(requested.took()).isBetween(Duration.ofMillis(200), Duration.ofMillis(1500));
		saga.join();
	}

	@Test
	void thereIsNoPackageBeforeCompletion() {
		String session = this.demo.startedSession();

		everyPath(session).forEach((path) -> {
			Answer answer = this.demo.get(path);
			assertRefused(answer, 404, "NOT_FOUND");
			assertThat(answer.field("message")).contains("not completed");
		});
	}

	@Test
	void othersAreRefusedAndDeletedOrUnknownSessionsHaveNoPackage() {
		String session = completedSession("en");
		history(session).requested().allSucceed();
		Caller thief = Caller.withToken(this.http, this.port, "demo2", "coaching");
		Caller auditor = Caller.withToken(this.http, this.port, "auditor", "coaching:audit");

		everyPath(session).forEach((path) -> {
			assertRefused(thief.get(path), 403, "FORBIDDEN");
			assertRefused(auditor.get(path), 403, "FORBIDDEN");
			assertRefused(new Caller(this.http, this.port, null).get(path), 401, "UNAUTHORIZED");
			for (String type : List.of("text/event-stream", "image/svg+xml", "text/markdown", "application/json")) {
				assertThat(thief.get(path, "Accept", type).status()).as(path + " as " + type).isIn(403, 406);
			}
		});
		assertRefused(thief.get(path(session) + "/stream", "Accept", "text/event-stream"), 403, "FORBIDDEN");
		assertRefused(thief.get(path(session) + "/logo/1.svg", "Accept", "image/svg+xml"), 403, "FORBIDDEN");
		assertRefused(thief.get(path(session), "Accept", "text/markdown"), 403, "FORBIDDEN");

		for (String unknown : List.of(UUID.randomUUID().toString(), "x", "%00", PackageIds.of(session))) {
			everyPath(unknown).forEach((path) -> assertThat(this.demo.get(path).status()).isIn(400, 404));
		}
		everyPath(PackageIds.of(session))
			.forEach((path) -> assertRefused(this.demo.get(path), 404, "SESSION_NOT_FOUND"));

		assertThat(this.demo.delete(Caller.COACHING + "/session/" + session).status()).isEqualTo(204);
		everyPath(session).forEach((path) -> {
			assertRefused(this.demo.get(path), 404, "SESSION_NOT_FOUND");
			assertRefused(thief.get(path), 403, "FORBIDDEN");
		});
	}

	@Test
	void thePackagesIdIsNoSessions() {
		String session = completedSession("en");
		history(session).requested();

		assertRefused(this.demo.session(PackageIds.of(session)), 404, "SESSION_NOT_FOUND");
	}

	@Test
	void whatHappensToAPackageDoesNotHoldUpTheList() {
		String session = completedSession("en");
		this.demo.get(Caller.COACHING + "/sessions");

		history(session).requested().asksAgain(Agent.SEO, 2);

		assertThat(this.demo.get(Caller.COACHING + "/sessions").took()).isLessThan(Duration.ofMillis(900));
	}

	@Test
	void theDocumentComesByNameOrByAcceptInTheLanguageOfTheSession() {
		String session = completedSession("fr");
		history(session, "fr").requested().allSucceed();

		Answer document = this.demo.get(path(session) + "?format=markdown");

		assertThat(document.status()).isEqualTo(200);
		assertThat(document.header("Content-Type")).isEqualTo("text/markdown;charset=UTF-8");
		assertThat(document.header("Content-Language")).isEqualTo("fr");
		assertThat(document.text()).startsWith("# Teranga Table\n\nDossier d’entreprise · Restauration · Dakar")
			.contains("Recipes of &lt;three&gt; grandmothers.", "![Logo 1 : Concept 1](package/logo/1.svg)",
					"We open in Dakar 🍲.");
		assertThat(this.demo.get(path(session), "Accept", "text/markdown").text()).isEqualTo(document.text());
		assertThat(this.demo.get(path(session) + "?format=json", "Accept", "text/markdown").json().has("agents"))
			.isTrue();
		assertThat(this.demo.get(path(session), "Accept", "application/problem+json").json().has("agents")).isTrue();
	}

	@Test
	void anUnknownFormatIsRefused() {
		String session = completedSession("en");

		assertRefused(this.demo.get(path(session) + "?format=docx"), 400, "INVALID_REQUEST");
		assertRefused(this.demo.get(path(session), "Accept", "application/rtf"), 406, "NOT_ACCEPTABLE");
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3 })
	void aLogoIsAnImageThatMayDoNothing(int n) {
		String session = completedSession("en");
		history(session).requested().starts(Agent.LOGO, 1, 1).succeeds(Agent.LOGO, 1, 1);

		Answer logo = this.demo.get(path(session) + "/logo/" + n + ".svg");

		assertThat(logo.status()).isEqualTo(200);
		assertThat(logo.text()).isEqualTo(PackageHistory.svg(n));
		assertThat(logo.header("Content-Type")).isEqualTo("image/svg+xml;charset=UTF-8");
		assertThat(logo.response().headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
		assertThat(logo.response().headers().allValues("Content-Security-Policy"))
			.containsExactly("default-src 'none'; style-src 'none'; frame-ancestors 'none'; sandbox");
		assertThat(logo.header("Content-Disposition")).isEqualTo("inline; filename=\"logo-" + n + ".svg\"");
		assertThat(this.demo.get(path(session) + "/logo/" + n + ".svg", "If-None-Match", logo.header("ETag")).status())
			.isEqualTo(304);
	}

	@Test
	void thereAreThreeLogosOnceTheAgentHasDrawnThem() {
		String session = completedSession("en");
		PackageHistory history = history(session).requested();
		Answer early = this.demo.get(path(session) + "/logo/1.svg");
		assertRefused(early, 404, "NOT_FOUND");
		assertThat(early.field("message")).contains("yet");

		history.succeeds(Agent.LOGO, 1, 1);

		for (String n : List.of("0", "4", "9", "10", "-1", "one", "1.svg", "%31%32")) {
			assertThat(this.demo.get(path(session) + "/logo/" + n + ".svg").status()).as(n).isEqualTo(404);
		}
		assertThat(this.demo.get(path(session) + "/logo/1.svg").status()).isEqualTo(200);
	}

	@Test
	void redisForgetsAndNobodyNotices() {
		String session = completedSession("en");
		PackageHistory history = history(session).requested().allSucceed();
		Answer before = read(session);
		String key = "coachflow:package:" + session;
		assertThat(this.redis.getExpire(key)).isBetween(7100L, 7200L);
		assertThat(this.redis.opsForHash().get(key, "sequence")).isEqualTo("11");
		awaitStored(session, 11);

		this.redis.delete(key);
		assertThat(read(session).text()).isEqualTo(before.text());
		assertThat(this.redis.hasKey(key)).isTrue();

		this.redis.opsForHash().put(key, "view", "{\"session_id\": [");
		assertThat(read(session).text()).isEqualTo(before.text());

		history.asksAgain(Agent.SEO, 2);
		this.redis.delete(key);
		assertThat(read(session).json().get("sequence").asInt()).isEqualTo(12);
	}

	private void awaitStored(String session, long sequence) {
		for (int i = 0; i < 500; i++) {
			if (this.jdbc.sql("SELECT count(*) FROM package_view WHERE session_id = ? AND sequence = ?")
				.params(session, sequence)
				.query(Integer.class)
				.single() == 1) {
				return;
			}
			pause();
		}
		throw new AssertionError("The projection did not store sequence " + sequence);
	}

	private static void pause() {
		try {
			Thread.sleep(20);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private String completedSession(String language) {
		String session = this.demo.start(Map.of(), "Accept-Language", language).field("session_id");
		CoachingSessionE2E.STEPS.forEach((step) -> this.demo.step(session, "We cook in Dakar for " + step));
		return session;
	}

	private PackageHistory history(String session) {
		return history(session, "en");
	}

	private PackageHistory history(String session, String language) {
		return new PackageHistory(this.events, session, language);
	}

	private Answer read(String session) {
		return this.demo.get(path(session));
	}

	private static String path(String session) {
		return Caller.COACHING + "/session/" + session + "/package";
	}

	private static Stream<String> everyPath(String session) {
		return Stream.of("", "?format=markdown", "/logo/1.svg", "/stream").map((end) -> path(session) + end);
	}

}
