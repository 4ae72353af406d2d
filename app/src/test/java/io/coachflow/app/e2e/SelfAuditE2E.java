package io.coachflow.app.e2e;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The service compares its read models with the log by itself.
 */
class SelfAuditE2E {

	private RunningCoachflow coachflow;

	private Caller demo;

	private Caller admin;

	@BeforeEach
	void start() throws Exception {
		this.coachflow = RunningCoachflow.start(Map.of("coachflow.self-audit.interval", "PT1S"));
		this.demo = this.coachflow.demo();
		this.admin = this.coachflow.caller("admin", "coaching:admin");
	}

	@AfterEach
	void stop() throws Exception {
		this.coachflow.close();
	}

	@Test
	void aReadModelThatDiffersFromTheLogIsFoundAndARebuildMendsIt() throws Exception {
		this.demo.startedSession();
		await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
			assertThat(selfAudit().at("/status").asString()).isEqualTo("UP");
			assertThat(verifiedThrough())
				.isEqualTo(Long.parseLong(this.coachflow.text("SELECT last_index FROM event_log_head")));
		});
		this.coachflow.execute(
				"CREATE FUNCTION forget() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.answered = 0; RETURN NEW; END $$");
		this.coachflow
			.execute("CREATE TRIGGER forget BEFORE UPDATE ON session_list FOR EACH ROW EXECUTE FUNCTION forget()");

		String session = this.demo.startedSession();
		await()
			.until(() -> !this.coachflow.text("SELECT count(*) FROM session_list WHERE session_id = '" + session + "'")
				.equals("0"));
		this.demo.step(session, "In 2031 we run three restaurants in Dakar");

		await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
			assertThat(selfAudit().at("/status").asString()).isEqualTo("DEGRADED");
			assertThat(selfAudit().at("/components/selfAudit/details/mismatches").asLong()).isEqualTo(1);
			assertThat(this.coachflow
				.text("SELECT read_model || ' ' || aggregate_id || ' ' || fields FROM self_audit_mismatch"))
				.isEqualTo("session-list " + session + " answered");
		});
		assertThat(this.coachflow.stranger().get("/actuator/health/readiness").status()).isEqualTo(200);
		this.coachflow.execute("DROP TRIGGER forget ON session_list");
		assertThat(this.admin.post("/api/v1/admin/projections/session-list/rebuild", Map.of()).status()).isEqualTo(202);
		await().atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertThat(selfAudit().at("/status").asString()).isEqualTo("UP"));
	}

	private JsonNode selfAudit() {
		return this.coachflow.stranger().get("/actuator/health/self-audit").json();
	}

	private long verifiedThrough() {
		return selfAudit().at("/components/selfAudit/details/verified_through_position").asLong();
	}

}
