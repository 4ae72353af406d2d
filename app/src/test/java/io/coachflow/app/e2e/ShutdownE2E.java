package io.coachflow.app.e2e;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.coachflow.app.e2e.Caller.Answer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Stopping the application while clients follow packages that nobody works on, consumers
 * wait for events that do not come, and everything is at work.
 */
class ShutdownE2E {

	/** From SIGTERM to the end of the process, its PostgreSQL and Redis included. */
	private static final Duration LIMIT = Duration.ofSeconds(10);

	/** More than the self-audit looks at in one go. */
	private static final int SESSIONS = 24;

	private static final int CALLERS = 8;

	private static final String QUIET = "/api/v1/events?type=io.coachflow.session.deleted";

	@Test
	void whoFollowsOrWaitsIsToldAtOnceAndHoldsNothingUp() throws Exception {
		try (RunningCoachflow coachflow = RunningCoachflow.start(Map.of("coachflow.roles", "api,projections"));
				HttpClient http = HttpClient.newHttpClient()) {
			Caller demo = coachflow.demo();
			Caller consumer = coachflow.caller("consumer", "coaching:events");
			Caller admin = coachflow.caller("admin", "coaching:admin");
			String session = demo.startedSession();
			CoachingSessionE2E.STEPS.forEach((step) -> demo.step(session, "We cook in Dakar for " + step));
			EventStream ofPackage = EventStream.open(http, coachflow.port(), demo.token(),
					Caller.COACHING + "/session/" + session + "/package/stream");
			EventStream ofEvents = EventStream.open(http, coachflow.port(), consumer.token(), QUIET);
			assertThat(ofPackage.status()).isEqualTo(200);
			assertThat(ofEvents.status()).isEqualTo(200);
			CompletableFuture<Answer> waiting = CompletableFuture.supplyAsync(() -> consumer.get(QUIET + "&wait=30"));
			await().until(() -> admin.get("/actuator/prometheus").text().contains("coachflow_feed_consumers 2.0"));
			long begun = System.nanoTime();

			coachflow.stop();

			assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(LIMIT);
			assertThat(ofPackage.rest(Duration.ofSeconds(1))).isEmpty();
			assertThat(ofEvents.rest(Duration.ofSeconds(1))).isEmpty();
			assertThat(waiting.join().status()).as("%s", waiting.join()).isEqualTo(200);
			assertThat(waiting.join().json()).isEmpty();
			assertThat(waiting.join().header("Next-Cursor")).isNotBlank();
			assertThat(coachflow.output()).doesNotContain("aborted with one or more requests still active");
		}
	}

	@Test
	void whateverTheNodeIsDoingItEndsInTime() throws Exception {
		try (ServerSocket silentProvider = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
				RunningCoachflow coachflow = RunningCoachflow.start(Map.of("coachflow.self-audit.interval", "PT0.5S",
						"coachflow.ai.provider", "openai", "coachflow.ai.base-url",
						"http://127.0.0.1:" + silentProvider.getLocalPort() + "/v1", "coachflow.ai.api-key", "none",
						"coachflow.ai.model", "silent", "coachflow.coach.model-budget", "PT0.1S"));
				HttpClient http = HttpClient.newHttpClient()) {
			Caller demo = coachflow.demo();
			Caller consumer = coachflow.caller("consumer", "coaching:events");
			for (int i = 0; i < SESSIONS; i++) {
				String session = demo.startedSession();
				CoachingSessionE2E.STEPS.forEach((step) -> demo.step(session, "We cook in Dakar for " + step));
			}
			EventStream events = EventStream.open(http, coachflow.port(), consumer.token(), "/api/v1/events");
			assertThat(events.status()).isEqualTo(200);
			makeTheSelfAuditSlow(coachflow);
			for (int i = 0; i < CALLERS; i++) {
				Thread.ofVirtual().start(() -> keepAnswering(demo));
			}
			await().atMost(Duration.ofSeconds(60)).until(() -> isAuditing(coachflow));
			long begun = System.nanoTime();

			coachflow.stop();

			Duration took = Duration.ofNanos(System.nanoTime() - begun);
			assertThat(took).as("%s", coachflow.output()).isLessThan(LIMIT);
		}
	}

	/** Until the node takes no requests any more. */
	private static void keepAnswering(Caller demo) {
		try {
			while (true) {
				demo.step(demo.startedSession(), "We cook in Dakar");
			}
		}
		catch (RuntimeException _) {
			// It has stopped
		}
	}

	/**
	 * It begins anew, and each look at some events takes so long that it rests for long.
	 */
	private static void makeTheSelfAuditSlow(RunningCoachflow coachflow) throws Exception {
		try (Connection connection = coachflow.database(); Statement statement = connection.createStatement()) {
			statement.execute("""
					CREATE FUNCTION dawdle() RETURNS trigger LANGUAGE plpgsql AS $$
					BEGIN IF NEW.position > OLD.position THEN PERFORM pg_sleep(2.5); END IF; RETURN NEW; END $$""");
			statement
				.execute("CREATE TRIGGER dawdle BEFORE UPDATE ON self_audit FOR EACH ROW EXECUTE FUNCTION dawdle()");
			statement.execute("UPDATE self_audit SET position = 0");
		}
	}

	private static boolean isAuditing(RunningCoachflow coachflow) throws Exception {
		try (Connection connection = coachflow.database();
				Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery(
						"SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'UPDATE self_audit%' AND wait_event = 'PgSleep'")) {
			return row.next() && row.getInt(1) == 1;
		}
	}

}
