package io.coachflow.app.e2e;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.coachflow.app.CoachflowApplication;
import io.coachflow.app.TestServers;
import io.coachflow.app.e2e.Caller.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A session that began with an older version's event goes on with today's: everybody
 * reads what an upcaster makes of it, and whoever verifies reads what lies in the log.
 */
@SpringBootTest(classes = CoachflowApplication.class, webEnvironment = WebEnvironment.DEFINED_PORT)
@ContextConfiguration(initializers = TestServers.class)
@Import(SessionStartedUpcaster.class)
@DirtiesContext
@ResourceLock(TestServers.LOGGING)
class UpcastHistoryE2E {

	private static final String SAMPLE = "5a2f0b9e-4a53-4c0c-9a51-0d7d5b6f6a3c";

	private final HttpClient http = HttpClient.newHttpClient();

	private final String session = UUID.randomUUID().toString();

	@Autowired
	private JdbcClient jdbc;

	@Value("${server.port}")
	private int port;

	private Caller demo;

	private Caller auditor;

	@BeforeEach
	void anOlderVersionBeganASession() throws IOException {
		this.demo = Caller.withToken(this.http, this.port, "demo", "coaching");
		this.auditor = Caller.withToken(this.http, this.port, "auditor", "coaching:audit");
		String payload = new ClassPathResource("upcasting/io.coachflow.session.started.v0.json")
			.getContentAsString(StandardCharsets.UTF_8)
			.replace(SAMPLE, this.session);
		this.jdbc
			.sql("""
					WITH head AS (UPDATE event_log_head SET last_index = last_index + 1 RETURNING last_index)
					INSERT INTO event_log (global_index, aggregate_id, sequence_number, event_id, aggregate_type, event_name, revision,
					                       payload, metadata, occurred_at, hash)
					SELECT last_index, :session, 0, :event, 'CoachingSession', 'io.coachflow.session.started', '0',
					       convert_to(:payload, 'UTF8'), '{}', now(),
					       event_hash('', :session, 0, 'io.coachflow.session.started', '0', now(), convert_to(:payload, 'UTF8'), '{}')
					FROM head""")
			.param("session", this.session)
			.param("event", UUID.randomUUID().toString())
			.param("payload", payload)
			.update();
	}

	@AfterEach
	void close() {
		this.http.close();
	}

	@Test
	void everybodyReadsItAsOfToday() {
		await().until(() -> this.demo.get(Caller.COACHING + "/sessions").text().contains(this.session));
		assertThat(this.demo.get(Caller.COACHING + "/sessions").text()).contains("Chez Aïssatou");
		assertThat(this.demo.step(this.session, "In 2031 we run three restaurants in Dakar").field("current_step"))
			.isEqualTo("mission");

		assertThat(history().at("/state/current_step").asString()).isEqualTo("mission");
		JsonNode told = this.auditor.get("/api/v1/events?session_id=" + this.session).json();
		assertThat(told.at("/0/data/business/sector").asString()).isEqualTo("restaurant");
		assertThat(told).hasSize(2);
		assertThat(this.jdbc.sql("SELECT processing_group || ' ' || cause_message FROM dead_letter")
			.query(String.class)
			.list()).isEmpty();
	}

	/** Of this session, and of one whose events name their texts. */
	@Test
	void aRebuildMakesTheSameOfEveryRevision() {
		assertThat(this.demo.step(this.session, "In 2031 we run three restaurants in Dakar").status()).isEqualTo(200);
		String today = startedWithDigests();
		List<String> sessions = List.of(this.session, today);
		List<JsonNode> views = sessions.stream().map((it) -> this.demo.session(it).json()).toList();

		Caller admin = Caller.withToken(this.http, this.port, "admin", "coaching:admin");
		assertThat(admin.post("/api/v1/admin/projections/session-view/rebuild", Map.of()).status()).isEqualTo(202);
		await().atMost(Duration.ofSeconds(60))
			.until(() -> admin.get("/api/v1/admin/projections")
				.json()
				.get("projections")
				.valueStream()
				.anyMatch((it) -> it.get("name").asString().equals("session-view")
						&& it.get("state").asString().equals("awaiting_confirmation")));
		assertThat(sessions.stream().map((it) -> this.demo.session(it).json()).toList()).isEqualTo(views);
		assertThat(this.jdbc.sql("SELECT cause_message FROM dead_letter").query(String.class).list()).isEmpty();
	}

	private String startedWithDigests() {
		return await().until(this.demo::startedSession, (it) -> this.jdbc
			.sql("SELECT convert_from(payload, 'UTF8') LIKE '%\"digest\":%' FROM event_log WHERE aggregate_id = ?")
			.param(it)
			.query(Boolean.class)
			.single());
	}

	@Test
	void whoVerifiesReadsWhatLiesInTheLog() {
		assertThat(this.demo.step(this.session, "In 2031 we run three restaurants in Dakar").status()).isEqualTo(200);

		Answer verified = this.auditor.get("/api/v1/audit/sessions/" + this.session + "/verify");
		assertThat(verified.json().get("valid").asBoolean()).as("%s", verified).isTrue();
		assertThat(this.auditor.get("/api/v1/audit/verify").json().get("valid").asBoolean()).isTrue();
		JsonNode began = history().at("/events/0");
		assertThat(began.get("revision").asString()).isEqualTo("0");
		assertThat(began.at("/data/industry").asString()).isEqualTo("restaurant");
	}

	private JsonNode history() {
		return this.auditor.get(Caller.COACHING + "/session/" + this.session + "/history").json();
	}

}
