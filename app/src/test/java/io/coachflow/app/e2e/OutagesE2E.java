package io.coachflow.app.e2e;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;

import io.coachflow.app.e2e.Caller.Answer;
import io.coachflow.local.FreePort;
import io.coachflow.local.LocalPostgres;
import io.coachflow.local.LocalRedis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * PostgreSQL and Redis stop, hang and come back under the running application.
 */
@Order(LongClasses.FIRST)
class OutagesE2E {

	private static final String ANSWER = "In five years we run 3 restaurants in Dakar.";

	@TempDir
	private Path folder;

	private int postgresPort;

	private int redisPort;

	private LocalPostgres postgres;

	private LocalRedis redis;

	private RunningCoachflow coachflow;

	private Caller demo;

	@BeforeEach
	void start() throws Exception {
		this.postgresPort = FreePort.next();
		this.redisPort = FreePort.next();
		this.postgres = startPostgres();
		this.redis = startRedis();
		this.coachflow = RunningCoachflow
			.start(Map.of("spring.datasource.url", this.postgres.jdbcUrl(), "spring.datasource.username", "coachflow",
					"spring.datasource.password", "coachflow", "spring.data.redis.url", this.redis.url()));
		this.demo = this.coachflow.demo();
	}

	@AfterEach
	void stop() throws Exception {
		this.coachflow.close();
		this.redis.close();
		this.postgres.close();
	}

	@Test
	void withoutPostgresEverybodyHears503InTimeAndAllRecoversByItself() throws Exception {
		String session = this.demo.startedSession();
		// Redis has it from now on, but cannot know whether it is the newest
		assertThat(this.demo.session(session).status()).isEqualTo(200);

		this.postgres.close();

		assertUnavailable(this.demo.session(session));
		assertUnavailable(this.demo.get(Caller.COACHING + "/sessions"));
		for (int i = 0; i < 3; i++) {
			assertUnavailable(this.demo.step(session, ANSWER));
		}
		assertUnavailable(this.demo.start(Map.of()));
		assertThat(this.coachflow.stranger().get("/actuator/health/readiness").status()).isEqualTo(503);
		assertThat(this.coachflow.stranger().get("/actuator/health/liveness").status()).isEqualTo(200);

		this.postgres = startPostgres();

		awaitAccepted(session);
		assertThat(this.demo.session(session).json().at("/answers/vision").asString()).isEqualTo(ANSWER);
		assertThat(EventLogReader.names(database(), session)).hasSize(2);
		assertListed(session, "mission");
	}

	@Test
	void whilePostgresHangsWritersHear503InTime() throws Exception {
		String session = this.demo.startedSession();

		long server = this.postgres.pid();
		signal("STOP", server);
		try {
			assertUnavailable(this.demo.step(session, ANSWER, "Idempotency-Key", "hang"));
		}
		finally {
			signal("CONT", server);
		}

		Answer answer = this.demo.step(session, ANSWER, "Idempotency-Key", "hang");
		for (int i = 0; i < 50 && answer.status() == 503; i++) {
			Thread.sleep(200);
			answer = this.demo.step(session, ANSWER, "Idempotency-Key", "hang");
		}
		assertThat(answer.status()).isEqualTo(200);
		assertThat(EventLogReader.names(database(), session)).hasSize(2);
	}

	@Test
	void withoutRedisNobodyNoticesButTheHealthEndpoint() throws Exception {
		String session = this.demo.startedSession();

		this.redis.close();

		assertThat(this.demo.session(session).field("current_step")).isEqualTo("vision");
		assertThat(this.demo.step(session, ANSWER).field("current_step")).isEqualTo("mission");
		assertThat(this.demo.session(session).json().at("/answers/vision").asString()).isEqualTo(ANSWER);
		assertThat(this.coachflow.stranger().get("/actuator/health").field("status")).isEqualTo("DEGRADED");
		assertThat(this.coachflow.stranger().get("/actuator/health/readiness").status()).isEqualTo(200);
		assertListed(session, "mission");

		this.redis = startRedis();

		for (int i = 0; i < 100 && !health().equals("UP"); i++) {
			Thread.sleep(200);
		}
		assertThat(health()).isEqualTo("UP");
		assertThat(this.demo.step(session, ANSWER).field("current_step")).isEqualTo("clientele");
		assertThat(this.demo.session(session).json().get("sequence").asInt()).isEqualTo(2);
	}

	@Test
	void aHangingRedisDelaysNobodyForLong() throws Exception {
		String session = this.demo.startedSession();

		// The first read of a process takes longer than most, whatever Redis does
		this.demo.session(session);

		long server = this.redis.pid();
		signal("STOP", server);
		try {
			for (int i = 0; i < 5; i++) {
				assertThat(this.demo.session(session).took()).isLessThan(Duration.ofSeconds(1));
			}
			assertThat(this.demo.step(session, ANSWER).took()).isLessThan(Duration.ofSeconds(1));
			assertThat(this.demo.session(session).json().get("sequence").asInt()).isEqualTo(1);
		}
		finally {
			signal("CONT", server);
		}
	}

	private Connection database() throws SQLException {
		return DriverManager.getConnection(this.postgres.jdbcUrl(), "coachflow", "coachflow");
	}

	private String health() {
		return this.coachflow.stranger().get("/actuator/health").field("status");
	}

	private void assertUnavailable(Answer answer) {
		assertThat(answer.status()).as("%s", answer).isEqualTo(503);
		assertThat(answer.field("error")).isEqualTo("SERVICE_UNAVAILABLE");
		assertThat(answer.header("Retry-After")).isNotEmpty();
		assertThat(answer.took()).isLessThan(Duration.ofSeconds(5));
	}

	private void awaitAccepted(String session) throws InterruptedException {
		for (int i = 0; i < 50; i++) {
			if (this.demo.step(session, ANSWER).status() == 200) {
				return;
			}
			Thread.sleep(200);
		}
		throw new AssertionError("The service did not recover");
	}

	private void assertListed(String session, String step) throws InterruptedException {
		String listed = "";
		for (int i = 0; i < 50 && !listed.equals(step); i++) {
			Thread.sleep(200);
			listed = this.demo.get(Caller.COACHING + "/sessions").json().at("/sessions/0/current_step").asString();
		}
		assertThat(listed).isEqualTo(step);
		assertThat(this.demo.get(Caller.COACHING + "/sessions").json().at("/sessions/0/session_id").asString())
			.isEqualTo(session);
	}

	private LocalPostgres startPostgres() {
		return LocalPostgres.start(this.folder.resolve("postgres"), this.postgresPort, (_) -> {
		});
	}

	private LocalRedis startRedis() {
		return LocalRedis.start(this.folder.resolve("redis"), this.redisPort, (_) -> {
		});
	}

	private static void signal(String signal, long pid) throws IOException, InterruptedException {
		// The postmaster's children too: each backend is a process of its own
		ProcessHandle server = ProcessHandle.of(pid).orElseThrow();
		for (ProcessHandle process : Stream.concat(server.descendants(), Stream.of(server)).toList()) {
			new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
		}
	}

}
