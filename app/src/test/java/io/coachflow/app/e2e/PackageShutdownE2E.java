package io.coachflow.app.e2e;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Stopping the application while clients follow packages that nobody works on.
 */
class PackageShutdownE2E {

	@Test
	void openStreamsEndAtOnceAndHoldNothingUp() throws Exception {
		try (RunningCoachflow coachflow = RunningCoachflow.start(Map.of("coachflow.roles", "api,projections"));
				HttpClient http = HttpClient.newHttpClient()) {
			Caller demo = coachflow.demo();
			String session = demo.startedSession();
			CoachingSessionE2E.STEPS.forEach((step) -> demo.step(session, "We cook in Dakar for " + step));
			EventStream stream = EventStream.open(http, coachflow.port(), demo.token(),
					Caller.COACHING + "/session/" + session + "/package/stream");
			assertThat(stream.status()).isEqualTo(200);
			long begun = System.nanoTime();

			coachflow.stop();

			assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(15));
			assertThat(stream.rest(Duration.ofSeconds(1))).isEmpty();
			assertThat(coachflow.output()).doesNotContain("aborted with one or more requests still active");
		}
	}

}
