package io.coachflow.app.e2e;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.coachflow.app.TestIssuer;
import io.coachflow.app.e2e.Caller.Answer;
import io.coachflow.local.FreePort;
import io.coachflow.local.LocalPostgres;
import io.coachflow.local.LocalRedis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.coachflow.app.e2e.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The issuer of production is away when the service starts, comes, goes and comes back.
 */
class IssuerE2E {

	private static final String LIST = Caller.COACHING + "/sessions";

	@TempDir
	private Path folder;

	@Test
	void whoIsKnownIsServedWhileTheIssuerIsAwayAndNobodyElseIsTurnedAway() throws Exception {
		try (TestIssuer issuer = new TestIssuer();
				LocalPostgres postgres = LocalPostgres.start(this.folder.resolve("postgres"), FreePort.next(), (_) -> {
				});
				LocalRedis redis = LocalRedis.start(this.folder.resolve("redis"), FreePort.next(), (_) -> {
				});
				RunningCoachflow coachflow = RunningCoachflow.start(Map.of("spring.profiles.active", "prod",
						"spring.datasource.url", postgres.jdbcUrl(), "spring.datasource.username", "coachflow",
						"spring.datasource.password", "coachflow", "spring.data.redis.url", redis.url(),
						"spring.security.oauth2.resourceserver.jwt.issuer-uri", issuer.uri(),
						"coachflow.issuer.keys-lifetime", "PT1S"))) {
			Caller caller = coachflow.stranger();

			for (int i = 0; i < 3; i++) {
				assertUnavailable(caller.with(issuer.token()).get(LIST));
			}
			assertThat(caller.get("/actuator/health/readiness").status()).isEqualTo(200);
			assertLogged(coachflow, "does not give its keys", 1);

			issuer.comes();

			Caller known = caller.with(issuer.token());
			await(() -> known.get(LIST).status() == 200);
			assertLogged(coachflow, "answers again", 1);
			assertRefused(caller.with(issuer.forgedToken()).get(LIST), 401, "UNAUTHORIZED");
			assertRefused(caller.get(LIST), 401, "UNAUTHORIZED");

			assertClosedToOtherOrigins(known);

			issuer.fails();
			int before = issuer.questions();
			await(() -> issuer.questions() > before + 3);

			String session = known.startedSession();
			// Each token is another, so none is remembered as a whole
			assertThat(caller.with(issuer.token()).session(session).status()).isEqualTo(200);
			for (int i = 0; i < 20; i++) {
				assertUnavailable(caller.with(issuer.forgedToken()).get(LIST));
				assertThat(caller.with(issuer.token()).get(LIST).status()).isEqualTo(200);
			}
			assertRefused(caller.with(issuer.token() + "x").get(LIST), 401, "UNAUTHORIZED");
			assertLogged(coachflow, "does not give its keys", 2);

			issuer.changesItsKey();
			issuer.recovers();

			await(() -> caller.with(issuer.token()).get(LIST).status() == 200);
			assertLogged(coachflow, "answers again", 2);
			assertThat(coachflow.output()).doesNotContain("AuthenticationServiceException", "\tat ");
		}
	}

	/** As it is unless the settings say something else. */
	private static void assertClosedToOtherOrigins(Caller known) {
		Answer answer = known.get(LIST, "Origin", "https://app.example");
		Answer preflight = known.send("OPTIONS", LIST, null,
				Map.of("Origin", "https://app.example", "Access-Control-Request-Method", "GET"));
		for (Answer one : List.of(answer, preflight)) {
			assertThat(one.response().headers().map().keySet()).noneMatch((name) -> name.startsWith("access-control"));
		}
		assertThat(answer.status()).isEqualTo(200);
	}

	private static void assertUnavailable(Answer answer) {
		assertRefused(answer, 503, "SERVICE_UNAVAILABLE");
		assertThat(answer.header("Retry-After")).isNotEmpty();
		assertThat(answer.text()).contains("issuer");
		assertThat(answer.took()).isLessThan(Duration.ofSeconds(5));
	}

	private static void assertLogged(RunningCoachflow coachflow, String words, int times) throws Exception {
		String output = coachflow.output();
		assertThat(output.lines().filter((line) -> line.contains(words))).as(output).hasSize(times);
	}

	private static void await(Condition condition) throws Exception {
		for (int i = 0; i < 600 && !condition.holds(); i++) {
			Thread.sleep(50);
		}
		assertThat(condition.holds()).isTrue();
	}

	private interface Condition {

		boolean holds() throws Exception;

	}

}
