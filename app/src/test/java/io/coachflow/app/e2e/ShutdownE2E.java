package io.coachflow.app.e2e;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.coachflow.app.e2e.Caller.Answer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Stopping the application while clients follow packages that nobody works on, and
 * consumers wait for events that do not come.
 */
class ShutdownE2E {

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

			assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(15));
			assertThat(ofPackage.rest(Duration.ofSeconds(1))).isEmpty();
			assertThat(ofEvents.rest(Duration.ofSeconds(1))).isEmpty();
			assertThat(waiting.join().status()).as("%s", waiting.join()).isEqualTo(200);
			assertThat(waiting.join().json()).isEmpty();
			assertThat(waiting.join().header("Next-Cursor")).isNotBlank();
			assertThat(coachflow.output()).doesNotContain("aborted with one or more requests still active");
		}
	}

}
