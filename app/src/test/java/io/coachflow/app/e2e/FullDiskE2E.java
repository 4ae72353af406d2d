package io.coachflow.app.e2e;

import java.time.Duration;

import io.coachflow.app.e2e.Caller.Answer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The database's disk is full: reads go on, and whoever balances the load is told that
 * nothing can be written.
 */
@OnSharedCoachflow
class FullDiskE2E {

	private static final String ANSWER = "In five years we run 3 restaurants in Dakar.";

	private static final String MISSING = "SELECT last_index - (SELECT count(*) FROM event_log) FROM event_log_head";

	private final RunningCoachflow coachflow;

	FullDiskE2E(RunningCoachflow coachflow) {
		this.coachflow = coachflow;
	}

	@Test
	void aNodeThatCannotAppendIsNotReadyUntilItCanAgainEvenIfNobodyWrites() throws Exception {
		Caller demo = this.coachflow.demo();
		String session = demo.startedSession();
		assertThat(readiness()).isEqualTo(200);
		// Some, where another test took rows away
		String missing = this.coachflow.text(MISSING);
		this.coachflow.execute(
				"""
						CREATE FUNCTION disk_full() RETURNS trigger LANGUAGE plpgsql AS $$
						BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = '53100'; END $$""");
		this.coachflow
			.execute("CREATE TRIGGER disk_full BEFORE INSERT ON event_log FOR EACH ROW EXECUTE FUNCTION disk_full()");
		try {
			Answer refused = demo.step(session, ANSWER);
			assertThat(refused.status()).as("%s", refused).isEqualTo(503);
			assertThat(readiness()).isEqualTo(503);
			assertThat(demo.session(session).status()).isEqualTo(200);
			assertThat(this.coachflow.stranger().get("/actuator/health/liveness").status()).isEqualTo(200);
			// It finds out by itself whether it can append: several times by then
			await().during(Duration.ofSeconds(2)).atMost(Duration.ofSeconds(20)).until(() -> readiness() == 503);
		}
		finally {
			this.coachflow.execute("DROP TRIGGER disk_full ON event_log");
			this.coachflow.execute("DROP FUNCTION disk_full");
		}

		await().atMost(Duration.ofSeconds(20)).until(() -> readiness() == 200);
		assertThat(this.coachflow.text(MISSING)).isEqualTo(missing);
		assertThat(this.coachflow.text("SELECT count(*) FROM event_log WHERE event_name = 'probe'")).isEqualTo("0");
		assertThat(demo.step(session, ANSWER).status()).isEqualTo(200);
	}

	private int readiness() {
		return this.coachflow.stranger().get("/actuator/health/readiness").status();
	}

}
