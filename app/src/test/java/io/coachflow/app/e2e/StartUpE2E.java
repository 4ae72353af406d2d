package io.coachflow.app.e2e;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the application says when it cannot start, and when it can.
 */
@OnSharedCoachflow
class StartUpE2E {

	@Test
	void productionNamesTheSettingsThatAreMissing() throws Exception {
		try (RunningCoachflow refused = RunningCoachflow.startInVain(Map.of("spring.profiles.active", "prod",
				"spring.datasource.url", "jdbc:postgresql://127.0.0.1:1/none"))) {
			assertThat(refused.exitCode()).isNotZero();
			assertThat(refused.output()).contains("SPRING_DATASOURCE_USERNAME", "SPRING_DATASOURCE_PASSWORD",
					"SPRING_DATA_REDIS_URL", "SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_ISSUERURI");
			assertThat(refused.output()).doesNotContain("SPRING_DATASOURCE_URL (", "\tat ");
		}
	}

	@Test
	void aSecondApplicationOnOneDataDirectoryIsToldWhatToDo(RunningCoachflow running) throws Exception {
		try (RunningCoachflow refused = RunningCoachflow
			.startInVain(Map.of("coachflow.local.data-dir", running.setting("coachflow.local.data-dir")))) {
			assertThat(refused.output()).contains("COACHFLOW_LOCAL_DATADIR").doesNotContain("\tat ");
		}
		assertThat(running.demo().start(Map.of()).status()).isEqualTo(200);
	}

	@Test
	void aTakenPortIsNamedWithItsSetting(RunningCoachflow running) throws Exception {
		try (RunningCoachflow refused = RunningCoachflow
			.startInVain(Map.of("coachflow.local.postgres-port", running.setting("coachflow.local.postgres-port")))) {
			assertThat(refused.output())
				.contains(running.setting("coachflow.local.postgres-port"), "COACHFLOW_LOCAL_POSTGRESPORT")
				.doesNotContain("\tat ");
		}
	}

	@Test
	void aSettingOutOfRangeIsNamed() throws Exception {
		try (RunningCoachflow refused = RunningCoachflow
			.startInVain(Map.of("coachflow.coach.minimum-confidence", "1.5"))) {
			assertThat(refused.output()).contains("coachflow.coach.minimum-confidence lies between 0 and 1");
		}
	}

	@Test
	void aStartEndsWithTheCommandsToTypeNext(RunningCoachflow running) throws Exception {
		assertThat(running.output()).contains("PostgreSQL 18", "Redis 6.2",
				"is ready on http://localhost:" + running.port(),
				"curl -s -u demo:demo-secret localhost:" + running.port());
		assertThat(running.output().lines().takeWhile((line) -> !line.contains("Stop with Ctrl-C")))
			.as("the whole start fits on one screen")
			.hasSizeLessThan(24);
	}

}
