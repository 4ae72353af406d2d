package io.coachflow.app.e2e;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A node that practises before it takes requests.
 */
class WarmUpE2E {

	@Test
	void aNodeIsReadyOnlyAfterItsWarmUpWhichLeavesNoTrace() throws Exception {
		// Tests log warnings only
		try (RunningCoachflow running = RunningCoachflow
			.start(Map.of("coachflow.warm-up.time", "PT3S", "logging.level.io.coachflow.app.warmup", "info"))) {
			assertThat(running.output().lines().filter((line) -> line.contains("Warmed up with")))
				.as("said once, before the first readiness probe succeeded")
				.hasSize(1);
			assertThat(running.output()).doesNotContain("Warmed up with 0 ", "WARN", "ERROR");
			for (String table : new String[] { "event_log", "idempotency_key", "session_list", "answer_words",
					"dead_letter", "saga_entry" }) {
				assertThat(running.text("SELECT count(*) FROM " + table)).as(table).isEqualTo("0");
			}
			assertThat(metrics(running)).noneMatch((line) -> line.contains("/api/v1") && !line.endsWith(" 0.0"));
			assertThat(running.caller("consumer", "coaching:events").get("/api/v1/events").text())
				.doesNotContain("io.coachflow");
		}
	}

	private static String[] metrics(RunningCoachflow running) {
		return running.caller("admin", "coaching:admin")
			.get("/actuator/prometheus")
			.text()
			.lines()
			.filter((line) -> !line.startsWith("#"))
			.toArray(String[]::new);
	}

}
